package vn.trian.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.BenefitGranted;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.procedure.Payment;
import vn.trian.procedure.Procedures;
import vn.trian.shared.Expressions;

/** Money that is due. A granted benefit makes its first line in the same transaction. */
@Service
public class PaymentLines {

  private final Rows rows;
  private final Procedures procedures;
  private final CaseContexts contexts;
  private final Expressions feel;
  private final Clock clock;

  PaymentLines(Rows rows, Procedures procedures, CaseContexts contexts, Expressions feel, Clock clock) {
    this.rows = rows;
    this.procedures = procedures;
    this.contexts = contexts;
    this.feel = feel;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(BenefitGranted granted) {
    if (granted.entitlement().amount().amount() != 0) {
      rows.save(new PaymentLine(granted, clock.instant()));
    }
  }

  /** A step paid what was due; its answers say when, and who took the money ({@code payment.paid}). */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordPaid(CaseFile file) {
    Payment.Paid paid = procedures.release(file.releaseId()).procedure().payment().paid();
    Map<String, Object> context = contexts.of(file);
    LocalDate on = (LocalDate) Objects.requireNonNull(feel.value(paid.on(), context), "payment.paid.on");
    String to = paid.to() == null ? null : (String) feel.value(paid.to(), context);
    rows.findByCaseCodeOrderByPeriod(file.code()).stream()
        .filter(line -> line.state() == PaymentLine.State.DUE)
        .forEach(line -> line.paid(on, to));
  }

  /** Lines of a case by period, paid ones too. */
  @Transactional(readOnly = true)
  public List<PaymentLine> of(String caseCode) {
    return rows.findByCaseCodeOrderByPeriod(caseCode);
  }

  interface Rows extends JpaRepository<PaymentLine, String> {

    List<PaymentLine> findByCaseCodeOrderByPeriod(String caseCode);
  }
}
