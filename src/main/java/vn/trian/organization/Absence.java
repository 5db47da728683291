package vn.trian.organization;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Wish that somebody stands in for a colleague, as typed; what is missing is null.
 *
 * @param absentee   login
 * @param substitute login
 * @param firstDay   inclusive
 * @param lastDay    inclusive
 * @param reason     words, cut to {@value #LONGEST} characters
 */
public record Absence(String absentee, String substitute, LocalDate firstDay, LocalDate lastDay, String reason)
    implements Serializable {

  private static final int LONGEST = 500;

  public Absence {
    absentee = blankToNull(absentee);
    substitute = blankToNull(substitute);
    reason = blankToNull(reason);
    if (reason != null && reason.length() > LONGEST) {
      reason = reason.substring(0, LONGEST);
    }
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
