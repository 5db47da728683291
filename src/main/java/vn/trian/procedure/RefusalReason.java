package vn.trian.procedure;

import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * A reason that a refusal may give.
 *
 * @param article article and clause that the refusal quotes, may be null
 * @param shown   FEEL; in cases where it does not hold the reason is not offered
 */
public record RefusalReason(@Needed String code, @Needed Label name, String article, Confidence confidence,
    String shown) {

  public RefusalReason {
    shown = shown == null ? "true" : shown;
  }
}
