package vn.trian.supervision;

/**
 * A number on the dashboard and, behind it, the list of its cases: one condition makes both. The case is table
 * {@code c}.
 */
public enum Figure {
  /** Something still happens to the case. */
  OPEN("c.closed_at is null"),
  /** A head holds the case back. */
  HELD("c.held and c.closed_at is null"),
  /** Taken in within the period, as the receipt says; dossiers refused at the desk were never taken in. */
  RECEIVED("c.received_on between :first and :last and c.state <> 'RECEIPT_REFUSED'"),
  /** The result was there within the period, a grant or a refusal; what was withdrawn has none. */
  DECIDED(Sql.DECIDED),
  DECIDED_EARLY(Sql.DECIDED + " and c.result_on < c.result_due_on"),
  /** On the day promised last, or the law sets no limit. */
  DECIDED_ON_TIME(Sql.DECIDED + " and (c.result_due_on is null or c.result_on = c.result_due_on)"),
  DECIDED_LATE(Sql.DECIDED + " and c.result_on > c.result_due_on"),
  /** Decided within the period, against the applicant. */
  REJECTED(Sql.DECIDED + " and c.result = 'REJECTED'"),
  RECEIPT_REFUSED("c.state = 'RECEIPT_REFUSED' and " + Sql.CLOSED),
  WITHDRAWN("c.state = 'WITHDRAWN' and " + Sql.CLOSED),
  /** A level above sent the file back to the one below within the period. */
  RETURNED("exists (select 1 from {schema}statement s where s.case_code = c.code and s.outcome = 'RETURN'"
      + " and s.stated_at >= :start and s.stated_at < :end)"),
  /** A step of the case ended within the period, at an office that is looked at. */
  HANDED_OVER(Sql.HANDED),
  HANDED_EARLY(Sql.HANDED, "EARLY"),
  HANDED_ON_TIME(Sql.HANDED, "ON_TIME"),
  HANDED_LATE(Sql.HANDED, "LATE"),
  /** Taken in before the period and without a result when it began. */
  CARRIED("c.received_on < :first and c.state <> 'RECEIPT_REFUSED' and " + Sql.UNDECIDED + " >= :first)"),
  /** Taken in and still without a result when the period ended. */
  PENDING(Sql.PENDING),
  /** Of these, what was beyond the day promised at that time while its clock ran. */
  PENDING_LATE(Sql.PENDING + " and " + Sql.LATE_THEN),
  /** Money became due within the period. */
  PAYABLE("exists (select 1 from {schema}payment_line p where p.case_code = c.code and " + Sql.DUE + ")"),
  /** Money became due within the period that is not paid in cash. */
  CASHLESS("exists (select 1 from {schema}payment_line p where p.case_code = c.code and " + Sql.DUE
      + " and p.method <> 'CASH')");

  private final String condition;
  private final String result;

  Figure(String condition) {
    this(condition, null);
  }

  Figure(String condition, String result) {
    this.condition = condition;
    this.result = result;
  }

  String condition() {
    return condition;
  }

  /** How the hand-overs that are looked at stand to their limit; null for any. */
  String result() {
    return result;
  }

  /** Whether the figure is about steps that ended; then a step is that of the hand-over, not the present one. */
  boolean isOfHandOvers() {
    return condition == Sql.HANDED;
  }

  /** Whether the figure is about a period; otherwise it is about this moment. */
  public boolean isOfPeriod() {
    return this != OPEN && this != HELD;
  }

  /** Whether the figure tells of its period only by what happened to the case, not by a day that the case has. */
  boolean isOfEvents() {
    return condition.contains("{schema}") || isOfHandOvers() || isOfStock();
  }

  /** Whether the figure is about one end of the period; that takes a look into the ledger of each case. */
  public boolean isOfStock() {
    return this == CARRIED || this == PENDING || this == PENDING_LATE;
  }

  private static final class Sql {
    static final String DECIDED = "c.result_on between :first and :last and c.state <> 'WITHDRAWN'";
    static final String CLOSED = "c.closed_at >= :start and c.closed_at < :end";
    static final String DUE = "p.created_at >= :start and p.created_at < :end";
    static final String HANDED = "{handed}";
    static final String UNDECIDED = "(c.result_on is null or c.result_on";
    static final String PENDING = "c.received_on <= :last and c.state <> 'RECEIPT_REFUSED'"
        + " and (c.closed_at is null or c.closed_at >= :end) and " + UNDECIDED + " > :last)";
    static final String LATE_THEN = "exists (select 1 from {schema}deadline_entry e where e.case_code = c.code"
        + " and e.case_due_on < :last and e.seq = " + lastLine("'PLANNED', 'STEP_OPENED', 'PAUSED', 'RESUMED',"
        + " 'STEP_CLOSED', 'EXTENDED'") + ") and coalesce(" + lastLine("'PAUSED'") + ", 0) <= coalesce("
        + lastLine("'RESUMED'") + ", 0)";

    /** Number of the last line of some kinds in the ledger until the end of the period. */
    private static String lastLine(String kinds) {
      return "(select max(x.seq) from {schema}deadline_entry x where x.case_code = c.code and x.happened_on <= :last"
          + " and x.kind in (" + kinds + "))";
    }
  }
}
