package vn.trian.benefit;

import java.util.Map;
import vn.trian.shared.Label;

/**
 * What the eligibility decision says about a case.
 *
 * @param result      whether the law gives the benefit
 * @param reasonCode  code of the refusal reason, null when eligible
 * @param article     article and clause
 * @param explanation sentence in Vietnamese
 * @param outputs     all outputs of the rule, for templates
 */
public record Eligibility(Result result, String reasonCode, String article, String explanation,
    Map<String, Object> outputs) {

  /** The three answers a table can give. */
  public enum Result {
    ELIGIBLE("Đủ điều kiện", "Eligible"),
    INELIGIBLE("Không đủ điều kiện", "Not eligible"),
    /** Answers are missing that the decision needs. */
    UNDECIDED("Chưa đủ thông tin để kết luận", "Not enough is known to say");

    private final Label label;

    Result(String vi, String en) {
      this.label = new Label(vi, en);
    }

    public Label label() {
      return label;
    }
  }
}
