package vn.trian.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.ReleaseEvent.Person;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/**
 * The releases of all procedures, also those that are not at work. What a release consists of never changes once it
 * is stored; how far it has come does, each time with a line in its log. Whatever changes something is refused with
 * CONFLICT {@code release-meanwhile} when somebody else changed it at the same moment.
 */
@Service
public class ReleaseStore {

  private final ReleaseRows rows;
  private final ReleaseContents contents;
  private final ReleaseEvents events;
  private final ProcedureReader reader;
  private final Clock clock;

  ReleaseStore(ReleaseRows rows, ReleaseContents contents, ReleaseEvents events, ProcedureReader reader,
      Clock clock) {
    this.rows = rows;
    this.contents = contents;
    this.events = events;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * A release.
   *
   * @throws DomainException NOT_FOUND {@code release-unknown}
   */
  @Transactional(readOnly = true)
  public ReleaseInfo info(String id) {
    return row(id).info();
  }

  /** All releases of a procedure, newest first; empty when there is no such procedure. */
  @Transactional(readOnly = true)
  public List<ReleaseInfo> history(String procedureKey) {
    return infos(rows.findByProcedureKeyOrderByVersionDesc(procedureKey));
  }

  /** All releases of all procedures: those of a procedure together, newest first. */
  @Transactional(readOnly = true)
  public List<ReleaseInfo> all() {
    return infos(rows.findAllByOrderByProcedureKeyAscVersionDesc());
  }

  /** What is at work, by published code. */
  @Transactional(readOnly = true)
  public List<ReleaseInfo> atWork() {
    return infos(rows.findByActiveTrueOrderByCodeAscNameViAsc());
  }

  /** How many drafts wait for the approval of somebody: those that others brought. */
  @Transactional(readOnly = true)
  public long waitingFor(String login) {
    return rows.countByStateAndCreatedByNot(ReleaseState.DRAFT, login);
  }

  /** Approved releases whose day has come. */
  @Transactional(readOnly = true)
  public List<ReleaseInfo> due(LocalDate today) {
    return infos(rows.findByStateAndActivateOnLessThanEqualOrderByCreatedAt(ReleaseState.APPROVED, today));
  }

  /** The files of a release, whatever became of it. */
  @Transactional(readOnly = true)
  public ProcedureFiles files(String id) {
    return contents.filesOf(row(id).id());
  }

  /** What happened to a release, in order. */
  @Transactional(readOnly = true)
  public List<ReleaseEvent> events(String id) {
    return events.findByReleaseIdOrderById(id);
  }

  /**
   * Stores a draft.
   *
   * @param files  the whole release, checked already
   * @param baseId release that it was made from, null for none
   * @param note   what it changes, null for nothing said
   * @throws DomainException INVALID {@code procedure-broken} naming every fault; CONFLICT {@code release-unchanged}
   *     when it is equal to what is at work, {@code release-brought-twice} when it is equal to what waits already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ReleaseInfo bring(ProcedureFiles files, Procedures.Source source, String baseId, String note, Person by) {
    Procedure procedure = reader.read(files);
    String checksum = files.checksum();
    rows.findByProcedureKeyOrderByVersionDesc(procedure.key()).stream()
        .filter(each -> each.checksum().equals(checksum)).forEach(same -> {
          if (same.active()) {
            throw new DomainException(Kind.CONFLICT, "release-unchanged", same.version());
          }
          if (same.state().isOpen()) {
            throw new DomainException(Kind.CONFLICT, "release-brought-twice", same.version());
          }
        });
    ProcedureRelease row = rows.save(new ProcedureRelease(UUID.randomUUID().toString(), procedure,
        rows.lastVersion(procedure.key()) + 1, source, checksum, baseId, note, clock.instant(), by));
    flush();
    contents.store(row.id(), files);
    log(row, ReleaseEvent.Kind.BROUGHT, by, note);
    return row.info();
  }

  /**
   * Agrees to a draft.
   *
   * @param activateOn day from which new cases begin with it, null = at once
   * @throws DomainException FORBIDDEN {@code release-own} for whoever brought it; CONFLICT {@code release-not-draft};
   *     INVALID {@code release-day-past}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ReleaseInfo approve(String id, LocalDate activateOn, String note, Person by) {
    ProcedureRelease row = row(id);
    require(row, row.state() == ReleaseState.DRAFT, "release-not-draft");
    if (row.createdBy().equals(by.login())) {
      throw new DomainException(Kind.FORBIDDEN, "release-own");
    }
    if (activateOn != null && activateOn.isBefore(LocalDate.now(clock))) {
      throw new DomainException(Kind.INVALID, "release-day-past");
    }
    row.approve(by, clock.instant(), activateOn);
    flush();
    log(row, ReleaseEvent.Kind.APPROVED, by, note);
    return row.info();
  }

  /**
   * Puts a draft or an approved release aside for good.
   *
   * @throws DomainException CONFLICT {@code release-not-open}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void discard(String id, String note, Person by) {
    ProcedureRelease row = row(id);
    require(row, row.state().isOpen(), "release-not-open");
    row.discard();
    flush();
    log(row, ReleaseEvent.Kind.DISCARDED, by, note);
  }

  /**
   * Puts a release to work in place of the one before, which running cases keep.
   *
   * @param deploy puts the models to work in the same transaction and answers the deployment's id; not asked when the
   *     engine has them
   * @throws DomainException CONFLICT {@code release-at-work} when it is at work already, {@code release-not-approved}
   *     when it was discarded or nobody agreed to it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Release activate(String id, String note, Person by, Function<Procedure, String> deploy) {
    ProcedureRelease row = row(id);
    require(row, row.state() != ReleaseState.ACTIVE, "release-at-work");
    require(row, row.state() == ReleaseState.APPROVED || row.state() == ReleaseState.RETIRED
        || row.state() == ReleaseState.DRAFT && row.createdBy().equals(Person.SYSTEM.login()), "release-not-approved");
    boolean again = row.state() == ReleaseState.RETIRED;
    rows.findByProcedureKeyAndActiveTrue(row.procedureKey()).ifPresent(before -> {
      before.retire();
      log(before, ReleaseEvent.Kind.RETIRED, by, null);
    });
    flush();
    ProcedureFiles files = contents.filesOf(id);
    Procedure procedure = reader.read(files);
    row.activate(Optional.ofNullable(row.deploymentId()).orElseGet(() -> deploy.apply(procedure)), clock.instant());
    flush();
    log(row, again ? ReleaseEvent.Kind.RETURNED_TO : ReleaseEvent.Kind.ACTIVATED, by, note);
    return new Release(row.id(), row.version(), row.deploymentId(), procedure, files);
  }

  private ProcedureRelease row(String id) {
    return rows.findById(id).orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "release-unknown"));
  }

  /** Of two who change the releases of a procedure at once, on whatever nodes, the second is refused. */
  private void flush() {
    try {
      rows.flush();
    } catch (ConcurrencyFailureException | DataIntegrityViolationException meanwhile) {
      throw new DomainException(Kind.CONFLICT, "release-meanwhile");
    }
  }

  private static void require(ProcedureRelease row, boolean holds, String code) {
    if (!holds) {
      throw new DomainException(Kind.CONFLICT, code, row.version());
    }
  }

  private void log(ProcedureRelease row, ReleaseEvent.Kind kind, Person by, String note) {
    events.save(new ReleaseEvent(row.id(), kind, clock.instant(), by, note));
  }

  private static List<ReleaseInfo> infos(List<ProcedureRelease> found) {
    return found.stream().map(ProcedureRelease::info).toList();
  }
}
