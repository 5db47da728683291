package vn.trian.supervision;

import java.util.Arrays;

/** What a list of cases is sorted by; equal ones by their code. */
public enum CaseOrder {
  CODE("c.code"),
  OWNER("c.owner_folded"),
  OFFICE("c.office"),
  RECEIVED("c.received_on"),
  LIMIT("c.limit_on");

  private final String column;

  CaseOrder(String column) {
    this.column = column;
  }

  String sql(boolean descending) {
    return column + (descending ? " desc" : "") + " nulls last, c.code";
  }

  /** The order with a name; by limit for a name that is none. */
  public static CaseOrder of(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst().orElse(LIMIT);
  }
}
