package vn.trian.workflow;

/**
 * Wish to hand a task to a colleague, or to put it back into the queue.
 *
 * @param assignee login of who is to have it; {@value #QUEUE} = nobody, it waits in the queue again
 * @param expected login of who has it as far as the sender knows; null = it waits in the queue
 * @param reason   words, must not be missing
 */
public record HandOn(String assignee, String expected, String reason) {

  /** Takes the place of a login; no login looks like this. */
  public static final String QUEUE = "-queue";
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

  boolean isToQueue() {
    return QUEUE.equals(assignee);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
