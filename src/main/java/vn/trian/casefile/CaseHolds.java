package vn.trian.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.organization.Offices;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Texts;

/**
 * Cases that a head holds back. Nobody works on such a case; its dates run on, for no law lets an office stop them.
 * Whatever acts on cases by itself has to leave those alone that are {@link CaseFile#held}.
 */
@Service
public class CaseHolds {

  private final Holds holds;
  private final Offices offices;
  private final Clock clock;

  CaseHolds(Holds holds, Offices offices, Clock clock) {
    this.holds = holds;
    this.offices = offices;
    this.clock = clock;
  }

  /** Holds a case; the caller has locked it and knows that it is not held. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(CaseFile file, String reason, Actor by) {
    int seq = of(file.code()).size() + 1;
    holds.saveAndFlush(new CaseHold(file.code(), seq, reason, by, clock.instant()));
    file.hold(true);
  }

  /** Lets a held case go on; the caller has locked it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(CaseFile file, String reason, Actor by) {
    current(file).ifPresent(hold -> hold.end(reason, by, clock.instant()));
    file.hold(false);
  }

  /** By whom and why a case is held now; empty when it is not. */
  @Transactional(readOnly = true)
  public Optional<CaseHold> current(CaseFile file) {
    return file.held() ? of(file.code()).stream().filter(hold -> hold.endedAt() == null).findFirst()
        : Optional.empty();
  }

  /** All times that a case was held, oldest first. */
  @Transactional(readOnly = true)
  public List<CaseHold> of(String caseCode) {
    return holds.findByCaseCodeOrderBySeq(caseCode);
  }

  /**
   * Lets through what is not held.
   *
   * @throws DomainException CONFLICT {@code case-held} with who holds it, of which office, since when and why
   */
  @Transactional(readOnly = true)
  public void refuseIfHeld(CaseFile file) {
    current(file).ifPresent(hold -> {
      throw new DomainException(Kind.CONFLICT, "case-held", hold.heldByName(), officeOf(hold),
          Texts.moment(hold.heldAt()), hold.reason());
    });
  }

  /** Name of the office that holds a case back. */
  public String officeOf(CaseHold hold) {
    return offices.nameOf(hold.officeId(), LocalDate.now(clock));
  }

  interface Holds extends JpaRepository<CaseHold, String> {

    List<CaseHold> findByCaseCodeOrderBySeq(String caseCode);
  }
}
