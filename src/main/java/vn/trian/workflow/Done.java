package vn.trian.workflow;

import java.util.List;

/**
 * Answer to an action.
 *
 * @param message sentence in Vietnamese that says what happened
 * @param nextTask id of the task of the same case that now waits for the same person, null when none does
 */
public record Done(String caseCode, String message, String nextTask, List<Link> documents) {

  /** A document that was drawn up, signed or issued by the action. */
  public record Link(String name, String pdfUrl) {}
}
