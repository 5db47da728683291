package vn.trian.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.organization.Substitution.Standing;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Snapshot;
import vn.trian.shared.Texts;

/** Who stands in for whom. Days decide, so nothing has to happen when an absence begins or ends. */
@Service
public class Substitutions {

  private final SubstitutionTable table;
  private final OfficerTable posts;
  private final Officers officers;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Snapshot<List<Substitution>> all;

  Substitutions(SubstitutionTable table, OfficerTable posts, Officers officers,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.posts = posts;
    this.officers = officers;
    this.events = events;
    this.clock = clock;
    this.all = new Snapshot<>(this::load);
  }

  /** For whom somebody stands in today, earliest first. */
  public List<Substitution> heldBy(String substitute) {
    return present().stream().filter(each -> each.substitute().equals(substitute)).toList();
  }

  /** All that have effect today. */
  public List<Substitution> present() {
    LocalDate today = LocalDate.now(clock);
    return all.get().stream().filter(each -> each.standingOn(today) == Standing.PRESENT).toList();
  }

  /** Logins of those who are absent today and have somebody to stand in for them. */
  public Set<String> away() {
    return present().stream().map(Substitution::absentee).collect(Collectors.toSet());
  }

  /** Absences of somebody, today's and those to come, earliest first. */
  public List<Substitution> absencesOf(String absentee) {
    LocalDate today = LocalDate.now(clock);
    return all.get().stream()
        .filter(each -> each.absentee().equals(absentee) && each.standingOn(today) != Standing.PAST).toList();
  }

  /** All of some offices, whenever they were, earliest first. */
  public List<Substitution> of(Set<String> officeIds) {
    return all.get().stream().filter(each -> officeIds.contains(each.officeId())).toList();
  }

  /**
   * One of them, locked until the transaction ends.
   *
   * @throws DomainException NOT_FOUND {@code absence-unknown}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Substitution lock(String id) {
    return table.findLockedById(id).map(SubstitutionEntity::view).orElseThrow(Substitutions::unknown);
  }

  /**
   * Lets somebody stand in for a colleague of the same office.
   *
   * @param by login of who enters it; the caller answers for their right
   * @throws DomainException INVALID {@code absence-...} with a sentence for each thing that cannot be
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Substitution enter(Absence wanted, String by) {
    Officer absentee = officer(wanted.absentee(), "absence-absentee-missing");
    Officer substitute = officer(wanted.substitute(), "absence-substitute-missing");
    AbsenceRules.checkPeople(absentee, substitute);
    AbsenceRules.checkDays(wanted, LocalDate.now(clock));
    // two who enter at once for the same people queue here, and the second sees what the first entered
    posts.findByLoginInOrderById(Set.of(absentee.login(), substitute.login()));
    AbsenceRules.checkAgainst(load(), wanted, absentee, substitute);
    SubstitutionEntity entered =
        table.save(new SubstitutionEntity(wanted, absentee.officeId(), by, clock.instant()));
    changed();
    return entered.view();
  }

  /**
   * Ends a substitution now, or calls it off before it began.
   *
   * @param by login of who ends it; the caller answers for their right
   * @throws DomainException NOT_FOUND {@code absence-unknown}; CONFLICT {@code absence-over} or {@code absence-ended}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Substitution end(String id, String by) {
    SubstitutionEntity entity = table.findLockedById(id).orElseThrow(Substitutions::unknown);
    Substitution now = entity.view();
    if (now.standingOn(LocalDate.now(clock)) == Standing.PAST) {
      throw now.endedAt() == null
          ? new DomainException(Kind.CONFLICT, "absence-over", Texts.day(now.lastDay()))
          : new DomainException(Kind.CONFLICT, "absence-ended", officers.nameOf(now.endedBy()),
              Texts.moment(now.endedAt()));
    }
    entity.end(by, clock.instant());
    changed();
    return entity.view();
  }

  private void changed() {
    all.forget();
    events.publishEvent(new SubstitutionsChanged());
  }

  /** For ids that never were and for those that somebody may not know of. */
  public static DomainException unknown() {
    return new DomainException(Kind.NOT_FOUND, "absence-unknown");
  }

  private Officer officer(String login, String missing) {
    if (login == null) {
      throw new DomainException(Kind.INVALID, missing);
    }
    // whether there is such an officer elsewhere stays unsaid
    return officers.find(login).orElseThrow(() -> new DomainException(Kind.INVALID, "absence-other-office"));
  }

  private List<Substitution> load() {
    return table.findAllByOrderByFirstDayAscEnteredAtAsc().stream().map(SubstitutionEntity::view).toList();
  }
}
