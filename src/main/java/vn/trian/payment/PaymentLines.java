package vn.trian.payment;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.BenefitGranted;

/** Money that is due. A granted benefit makes its first line in the same transaction. */
@Service
public class PaymentLines {

  private final Rows rows;
  private final Clock clock;

  PaymentLines(Rows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(BenefitGranted granted) {
    if (granted.entitlement().amount().amount() != 0) {
      rows.save(new PaymentLine(granted, clock.instant()));
    }
  }

  @Transactional(readOnly = true)
  public List<PaymentLine> of(String caseCode) {
    return rows.findByCaseCodeOrderByPeriod(caseCode);
  }

  interface Rows extends JpaRepository<PaymentLine, String> {

    List<PaymentLine> findByCaseCodeOrderByPeriod(String caseCode);
  }
}
