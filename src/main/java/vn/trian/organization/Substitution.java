package vn.trian.organization;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody stands in for a colleague who is absent. It ends by itself after the last day.
 *
 * @param officeId   office of both
 * @param absentee   login of who is absent
 * @param substitute login of who stands in
 * @param firstDay   inclusive
 * @param lastDay    inclusive
 * @param enteredBy  login
 * @param endedBy    login of who ended it before its last day; null when nobody did
 * @param endedAt    from then on it has no effect; null when nobody ended it
 */
public record Substitution(String id, String officeId, String absentee, String substitute, LocalDate firstDay,
    LocalDate lastDay, String reason, String enteredBy, Instant enteredAt, String endedBy, Instant endedAt) {

  /** Whether a day belongs to the absence, in force or yet to come. */
  public enum Standing { PRESENT, COMING, PAST }

  public Standing standingOn(LocalDate day) {
    if (endedAt != null || day.isAfter(lastDay)) {
      return Standing.PAST;
    }
    return day.isBefore(firstDay) ? Standing.COMING : Standing.PRESENT;
  }

  /** Whether it has a day in common with a time, both ends included; what was ended has none. */
  boolean meets(LocalDate first, LocalDate last) {
    return endedAt == null && !firstDay.isAfter(last) && !lastDay.isBefore(first);
  }
}
