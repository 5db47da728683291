package vn.trian.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;

/** All cases. */
@Service
public class CaseFiles {

  private final CaseFileRepository cases;
  private final CaseSearch search;
  private final CaseCodes codes;
  private final Offices offices;
  private final Reach reach;
  private final Clock clock;

  CaseFiles(CaseFileRepository cases, CaseSearch search, CaseCodes codes, Offices offices, Reach reach, Clock clock) {
    this.cases = cases;
    this.search = search;
    this.codes = codes;
    this.offices = offices;
    this.reach = reach;
    this.clock = clock;
  }

  /** Makes a case of a checked dossier; its code is final. */
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseFile open(NewCase given) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, clock.getZone());
    Office receiving = offices.get(given.receivingOffice(), today);
    CaseCodes.Given code = codes.next(receiving.id(), receiving.identificationCode(), today);
    return cases.save(new CaseFile(given, code.code(), code.number(), codes.secret(), now, today));
  }

  /**
   * A case for the engine's own steps, which run without a person.
   *
   * @throws DomainException NOT_FOUND {@code case-unknown}
   */
  @Transactional
  public CaseFile get(String code) {
    return cases.findById(code).orElseThrow(() -> unknown(code));
  }

  /** Whether there is no case at all yet. */
  @Transactional(readOnly = true)
  public boolean none() {
    return cases.count() == 0;
  }

  /** A case by code, whoever asks; the caller answers for what it shows of it. */
  @Transactional(readOnly = true)
  public Optional<CaseFile> find(String code) {
    return cases.findById(code);
  }

  /** Cases by code, in one read; the caller answers for what it shows of them. */
  @Transactional(readOnly = true)
  public List<CaseFile> all(Collection<String> codes) {
    return cases.findAllById(codes);
  }

  /** Locks the row of a case until the end of the transaction; every action on a case begins so. */
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseFile lock(String code) {
    return cases.lock(code).orElseThrow(() -> unknown(code));
  }

  /**
   * A case that somebody wants to see.
   *
   * @throws DomainException NOT_FOUND {@code case-unknown}, alike for invented codes and for cases out of reach
   */
  @Transactional(readOnly = true)
  public CaseFile visible(String code, Actor actor) {
    return cases.findById(code)
        .filter(file -> reach.sees(actor, file.receivingOffice(), file.office()))
        .orElseThrow(() -> unknown(code));
  }

  /** How many open cases keep to each release, by its id. Names no case, so nobody's reach is asked. */
  @Transactional(readOnly = true)
  public Map<String, Long> openByRelease() {
    Map<String, Long> open = new HashMap<>();
    cases.openByRelease().forEach(row -> open.put((String) row[0], (Long) row[1]));
    return open;
  }

  /** Codes of the cases of a procedure that ended last, newest first; the caller answers for what it shows of them. */
  @Transactional(readOnly = true)
  public List<String> endedLast(String procedureKey, int most) {
    return cases.endedLast(procedureKey, most);
  }

  /** Open cases of a procedure whose codes come after one, in order; the caller answers for what it shows of them. */
  @Transactional(readOnly = true)
  public List<CaseFile> openAfter(String procedureKey, String code, int most) {
    return cases.openAfter(procedureKey, code, most);
  }

  /** How many cases of a procedure are open. */
  @Transactional(readOnly = true)
  public int countOpen(String procedureKey) {
    return cases.countOpen(procedureKey);
  }

  /** Cases of the same matter that are open or granted; at most five, newest first. */
  @Transactional(readOnly = true)
  public List<CaseFile> sameMatter(String procedureKey, String duplicateKey) {
    return duplicateKey == null || duplicateKey.isBlank() ? List.of() : cases.sameMatter(procedureKey, duplicateKey);
  }

  /**
   * A page of the cases within reach, newest first; the text matches names without diacritics, codes, or a whole ID
   * number. The total stops at one more than {@link #counted}.
   */
  @Transactional(readOnly = true)
  public Page<CaseFile> search(Actor actor, String text, Optional<CaseState> state, int page, int size) {
    CaseSearch.Query query = search.within(actor).containing(Texts.fold(text));
    state.ifPresent(each -> query.and("c.state = :state").with("state", each.name()));
    return query.page(CaseSearch.NEWEST_FIRST, page, size);
  }

  /** Most that a search for a text, or for none, counts; a total above it only says that there are more. */
  public static int counted(String text) {
    return Texts.fold(text).isEmpty() ? CaseSearch.COUNTED : CaseSearch.COUNTED_BY_TEXT;
  }

  /** As {@link #search}, only cases to which something still happens. */
  @Transactional(readOnly = true)
  public Page<CaseFile> open(Actor actor, String text, int page, int size) {
    return search.within(actor).and(CaseSearch.OPEN).containing(Texts.fold(text))
        .page(CaseSearch.NEWEST_FIRST, page, size);
  }

  /** As {@link #search}, only cases whose running step is over its limit while the clock runs; most late first. */
  @Transactional(readOnly = true)
  public Page<CaseFile> late(Actor actor, String text, int page, int size) {
    return search.within(actor).lateOn(LocalDate.now(clock)).containing(Texts.fold(text))
        .page(CaseSearch.MOST_LATE_FIRST, page, size);
  }

  /** Number of cases within reach that {@link #late} lists. */
  @Transactional(readOnly = true)
  public long countLate(Actor actor) {
    return search.within(actor).lateOn(LocalDate.now(clock)).count();
  }

  /** Number of open cases within reach by state; states without a case are missing. */
  @Transactional(readOnly = true)
  public Map<CaseState, Long> openByState(Actor actor) {
    return search.within(actor).and(CaseSearch.OPEN).byState();
  }

  private static DomainException unknown(String code) {
    return new DomainException(DomainException.Kind.NOT_FOUND, "case-unknown", code);
  }
}
