package vn.trian.benefit;

import java.util.Map;

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
    ELIGIBLE("Đủ điều kiện"),
    INELIGIBLE("Không đủ điều kiện"),
    /** Answers are missing that the decision needs. */
    UNDECIDED("Chưa đủ thông tin để kết luận");

    private final String vi;

    Result(String vi) {
      this.vi = vi;
    }

    public String vi() {
      return vi;
    }
  }
}
