package vn.trian.workflow;

/**
 * Wish to hand a task to a colleague.
 *
 * @param assignee login of who is to have it
 * @param expected login of who has it as far as the sender knows; null = it waits in the queue
 * @param reason   words, must not be missing
 */
public record HandOn(String assignee, String expected, String reason) {

  /** Longest reason, so that the log keeps it whole. */
  private static final int LONGEST = 500;

  public HandOn {
    assignee = blankToNull(assignee);
    expected = blankToNull(expected);
    reason = blankToNull(reason);
    if (reason != null && reason.length() > LONGEST) {
      reason = reason.substring(0, LONGEST);
    }
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
