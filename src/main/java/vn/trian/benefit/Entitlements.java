package vn.trian.benefit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFile;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;

/** What has been granted. */
@Service
public class Entitlements {

  private final Rows rows;
  private final Periods periods;
  private final CalculationLineRepository lines;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Entitlements(Rows rows, Periods periods, CalculationLineRepository lines, ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.periods = periods;
    this.lines = lines;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Puts what a signed decision gives into force: an entitlement for each line of the calculation.
   *
   * @param replaces whether entitlements with the same claim end, as in a change of holder
   * @throws DomainException CONFLICT {@code already-granted} when the law grants the thing once and it is granted
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Entitlement> grant(CaseFile file, String decisionNumber, LocalDate decidedOn, boolean replaces,
      Map<String, String> payout) {
    List<Entitlement> granted = new ArrayList<>();
    for (CalculationLine line : lines.findByCaseCodeOrderBySeq(file.code())) {
      line.makeFinal();
      if (replaces && line.claimKey() != null) {
        rows.findByActiveKey(line.claimKey()).ifPresent(old -> {
          old.end(decidedOn, "Quyết định số " + decisionNumber);
          rows.saveAndFlush(old);
        });
      }
      granted.add(grant(file, line, decisionNumber, decidedOn));
    }
    granted.forEach(each -> events.publishEvent(
        new BenefitGranted(each, payout.getOrDefault("method", "CASH"), payout.get("account"))));
    return granted;
  }

  private Entitlement grant(CaseFile file, CalculationLine line, String decisionNumber, LocalDate decidedOn) {
    String recipient = line.recipient() == null ? file.ownerName() : line.recipient();
    List<String> covered = covered(line);
    String last = covered.isEmpty() ? null : covered.get(covered.size() - 1);
    try {
      Entitlement entitlement = rows.saveAndFlush(new Entitlement(file.code(), line, recipient,
          file.ownerPersonId(), last, decisionNumber, decidedOn));
      if (line.claimKey() != null) {
        periods.saveAllAndFlush(covered.stream()
            .map(period -> new EntitlementPeriod(line.claimKey(), period, entitlement.id())).toList());
      }
      return entitlement;
    } catch (DataIntegrityViolationException e) {
      throw new DomainException(DomainException.Kind.CONFLICT, "already-granted", line.label());
    }
  }

  /** The periods a line covers, from its first; empty when it runs on. */
  private static List<String> covered(CalculationLine line) {
    List<String> covered = new ArrayList<>();
    for (int i = 0; i < line.periods(); i++) {
      covered.add(line.firstPeriod().length() == 4
          ? Integer.toString(Integer.parseInt(line.firstPeriod()) + i)
          : YearMonth.parse(line.firstPeriod()).plusMonths(i).toString());
    }
    return covered;
  }

  /**
   * What runs on for somebody ends with the month of the death; the law does not name the month, so the one
   * after it is taken as the first without payment [U].
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endOnDeath(String personId, LocalDate died, String decisionNumber) {
    for (Entitlement running : rows.findByPersonIdAndActiveKeyIsNotNull(personId)) {
      if (running.periodicity() == CalculationLine.Periodicity.ONCE) {
        // what was paid once stays granted, or it could be granted a second time
        continue;
      }
      running.end(YearMonth.from(died).atEndOfMonth(), "Chết ngày " + Texts.day(died) + ", quyết định số "
          + decisionNumber);
    }
  }

  /** The running entitlement with a claim key. */
  @Transactional(readOnly = true)
  public Optional<Entitlement> running(String claimKey) {
    return rows.findByActiveKey(claimKey);
  }

  /** Last period that a claim covers, {@code 2024} or {@code 2024-05}; empty when it ended in an earlier year. */
  @Transactional(readOnly = true)
  public Optional<String> coveredUntil(String claimKey) {
    String year = Integer.toString(LocalDate.now(clock).getYear());
    return periods.last(claimKey).filter(last -> last.substring(0, 4).compareTo(year) >= 0);
  }

  /** Entitlements that a case brought, by label; ended ones too. */
  @Transactional(readOnly = true)
  public List<Entitlement> of(String caseCode) {
    return rows.findByCaseCodeOrderByLabel(caseCode);
  }

  interface Rows extends JpaRepository<Entitlement, String> {

    Optional<Entitlement> findByActiveKey(String activeKey);

    List<Entitlement> findByPersonIdAndActiveKeyIsNotNull(String personId);

    List<Entitlement> findByCaseCodeOrderByLabel(String caseCode);
  }

  interface Periods extends JpaRepository<EntitlementPeriod, EntitlementPeriod.Key> {

    @Query("select max(p.id.period) from EntitlementPeriod p where p.id.claimKey = :claimKey")
    Optional<String> last(String claimKey);
  }
}
