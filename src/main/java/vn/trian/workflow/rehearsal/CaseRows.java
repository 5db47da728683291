package vn.trian.workflow.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.trian.benefit.CalculationLine;
import vn.trian.benefit.Entitlement;
import vn.trian.payment.PaymentLine;

/** What the tables hold of a case, as rows with the names of columns that scenarios use. */
final class CaseRows {

  private CaseRows() {}

  static Map<String, Object> of(CalculationLine line) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("benefit", line.benefit());
    row.put("label", line.label());
    row.put("rateCode", line.rateCode());
    row.put("asOf", line.asOf());
    row.put("unitAmount", line.unitAmount().amount());
    row.put("quantity", line.quantity());
    row.put("amount", line.amount().amount());
    row.put("periodicity", line.periodicity());
    row.put("firstPeriod", line.firstPeriod());
    row.put("periods", line.periods());
    row.put("claimKey", line.claimKey());
    row.put("recipient", line.recipient());
    row.put("legalBasis", line.legalBasis());
    row.put("confidence", line.confidence());
    return row;
  }

  static Map<String, Object> of(Entitlement entitlement) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("benefit", entitlement.benefit());
    row.put("label", entitlement.label());
    row.put("claimKey", entitlement.claimKey());
    row.put("recipient", entitlement.recipient());
    row.put("amount", entitlement.amount().amount());
    row.put("periodicity", entitlement.periodicity());
    row.put("firstPeriod", entitlement.firstPeriod());
    row.put("lastPeriod", entitlement.lastPeriod());
    row.put("decidedOn", entitlement.decidedOn());
    row.put("endedOn", entitlement.endedOn());
    return row;
  }

  static Map<String, Object> of(PaymentLine payment) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("period", payment.period());
    row.put("recipient", payment.recipient());
    row.put("amount", payment.amount().amount());
    row.put("method", payment.method());
    row.put("state", payment.state());
    row.put("paidOn", payment.paidOn());
    return row;
  }
}
