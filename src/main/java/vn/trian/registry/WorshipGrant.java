package vn.trian.registry;

import java.time.LocalDate;

/**
 * A decision that names the worshipper of a martyr; exactly one of person and commune. Fields as in
 * {@link WorshipHolder}.
 */
public record WorshipGrant(
    String martyrId,
    String personId,
    String officeId,
    String name,
    String decisionNumber,
    LocalDate decisionDate,
    int firstYear,
    String caseCode) {

  public WorshipGrant {
    if (martyrId == null || name == null || name.isBlank()) {
      throw new IllegalArgumentException("a grant needs martyr and name");
    }
    if ((personId == null) == (officeId == null)) {
      throw new IllegalArgumentException("either a person or a commune worships");
    }
  }
}
