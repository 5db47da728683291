package vn.trian.procedure;

import java.util.List;
import java.util.Optional;
import vn.trian.shared.Confidence;

/**
 * The rule for putting off the day that was promised to the citizen.
 *
 * @param most       how often in one case; once when the folder does not say
 * @param legalBasis what allows or forbids it, empty when unknown
 * @param confidence how sure the rule is; U when the folder says nothing
 */
public record Extensions(Integer most, String legalBasis, Confidence confidence, List<DelayReason> reasons) {

  /** Of a folder that says nothing. */
  static final Extensions UNSAID = new Extensions(null, null, null, null);

  private static final int USUAL = 1;
  private static final int BOUND = 20;

  public Extensions {
    most = most == null ? USUAL : most;
    if (most < 0 || most > BOUND) {
      throw new IllegalArgumentException("most phải từ 0 đến " + BOUND);
    }
    legalBasis = legalBasis == null ? "" : legalBasis;
    confidence = confidence == null ? Confidence.U : confidence;
    reasons = Given.list(reasons);
  }

  /** A reason by code. */
  public Optional<DelayReason> reason(String code) {
    return reasons.stream().filter(reason -> reason.code().equals(code)).findFirst();
  }
}
