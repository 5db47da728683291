package vn.trian.workflow;

import java.time.LocalDate;

/**
 * Another day for the result, and why.
 *
 * @param day        null in a proposal that leaves the day as it is
 * @param reasonCode from the list of the case's procedure; null or empty for none
 * @param reason     words, also the letter's; null or empty for none
 */
public record NewPromise(LocalDate day, String reasonCode, String reason) {

  public NewPromise {
    reasonCode = reasonCode == null || reasonCode.isBlank() ? null : reasonCode.strip();
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }
}
