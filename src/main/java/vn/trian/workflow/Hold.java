package vn.trian.workflow;

import vn.trian.casefile.CaseHold;

/**
 * Wish to hold a case back, or to let it go on.
 *
 * @param reason words, must not be missing
 * @param step   step in which the sender saw the case, empty for none; a case is not held without it, as it may have
 *               gone on since
 */
public record Hold(String reason, String step) {

  public Hold {
    step = step == null ? null : step.strip();
  }

  /** The reason as it is kept. */
  String words() {
    return Wording.required(reason, CaseHold.LONGEST_REASON, "reason-missing");
  }
}
