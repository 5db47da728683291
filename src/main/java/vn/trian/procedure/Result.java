package vn.trian.procedure;

import java.util.List;
import java.util.Map;

/**
 * What the granted decision puts into force.
 *
 * @param decisionDocument id of the document, null when the result is not drawn up here
 * @param refusalDocument  id of the document, may be null
 * @param registry         write-backs when the decision is issued
 */
public record Result(String decisionDocument, String refusalDocument, List<WriteBack> registry) {

  public Result {
    registry = Given.list(registry);
  }

  /**
   * One write-back into the registry.
   *
   * @param write what is written, such as WORSHIPPER
   * @param when   FEEL, null = always
   * @param values what is written, by name: FEEL over the case context
   */
  public record WriteBack(@Needed String write, String when, Map<String, String> values) {

    public WriteBack {
      values = Given.map(values);
    }
  }
}
