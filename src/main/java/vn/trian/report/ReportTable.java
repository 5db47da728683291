package vn.trian.report;

import java.util.List;

/** Columns of the tables of a report. */
public final class ReportTable {

  /** In their order. */
  public static final List<ReportLine> COLUMNS = List.of(ReportLine.CARRIED, ReportLine.RECEIVED, ReportLine.DECIDED,
      ReportLine.DECIDED_EARLY, ReportLine.DECIDED_ON_TIME, ReportLine.DECIDED_LATE, ReportLine.REJECTED,
      ReportLine.PENDING, ReportLine.PENDING_LATE);

  private ReportTable() {}
}
