package vn.trian.procedure;

import java.util.Map;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * Kinds inside one procedure, told apart by one field of the start form.
 *
 * @param field  path of the field that tells the variant
 * @param values variant by value of the field, in the order of the file
 */
public record Variants(@Needed String field, @Needed Map<String, Variant> values) {

  public Variants {
    values = Given.map(values);
  }

  /**
   * One kind.
   *
   * @param code published code, null when it has none of its own
   */
  public record Variant(@Needed Label name, String code, Confidence codeConfidence, Confidence confidence) {}
}
