package vn.trian.workflow.modelgate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the condition of a flow asks about the outcome of the work before it, in either language of expressions.
 *
 * @param text as it is written; empty for none
 */
record OutcomeCondition(String text) {

  private static final Pattern ASKS = Pattern.compile("outcome\\s*(?:==|\\beq\\b)\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern EXCEPT = Pattern.compile("outcome\\s*(?:!=|\\bne\\b)\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern ASKS_ONLY = Pattern.compile("[$#]\\{\\s*" + ASKS.pattern() + "(?:\\s*(?:\\|\\||or)\\s*"
      + ASKS.pattern() + ")*\\s*}");

  static OutcomeCondition of(XmlElement flow) {
    return new OutcomeCondition(Diagram.condition(flow));
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Outcomes with which it holds; there may be more to it. */
  Set<String> asked() {
    return named(ASKS);
  }

  /** Outcomes with which it does not hold. */
  Set<String> excluded() {
    return named(EXCEPT);
  }

  /** Whether it holds with the outcomes that it asks for and with no others, whatever else is true. */
  boolean asksOnly() {
    return ASKS_ONLY.matcher(text).matches();
  }

  private Set<String> named(Pattern pattern) {
    Set<String> named = new LinkedHashSet<>();
    Matcher each = pattern.matcher(text);
    while (each.find()) {
      named.add(each.group(1));
    }
    return named;
  }
}
