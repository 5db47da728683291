package vn.trian.workflow.modelgate;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trian.workflow.modelgate.AllowList.Kind;

/** Looks at single values of a model. */
final class Values {

  /** The one form that models name; which fields it shows is said by the release's own {@code .form} files. */
  static final String FRAME = "embedded:deployment:frame.html";

  /** What the engine has room for in its tables: an id or a name, a description. */
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_DESCRIPTION = 4000;
  private static final int LONGEST_TEXT = 16_000;
  private static final Duration SHORTEST_WAIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofDays(36_525);
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_TRIES = 10;
  private static final int MOST_TIMES = 1000;
  private static final int LONGEST_KEPT = 36_525;
  private static final Pattern CYCLE = Pattern.compile("R(\\d{1,4})/(P[^/]+)");
  private static final Pattern KEPT = Pattern.compile("P?(\\d{1,5})D?");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  /** One function and nothing before or behind it. */
  private static final Pattern ONE_CALL = Pattern.compile("\\$\\{[^{}]*\\([^{}]*\\)\\s*}");
  private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/",
      "http://www.omg.org/spec/FEEL/20140401");

  private final String file;
  private final Register register;
  private final ModelExpression expressions;
  private final Findings findings;

  Values(String file, Register register, Findings findings) {
    this.file = file;
    this.register = register;
    this.expressions = new ModelExpression(register);
    this.findings = findings;
  }

  void check(XmlElement element, String name, Kind kind, String value) {
    int longest = kind == Kind.EXPRESSION || kind == Kind.CONDITION ? LONGEST_DESCRIPTION
        : name.equals(element.localName()) ? LONGEST_TEXT : LONGEST_NAME;
    if (value.length() > longest) {
      findings.addAt(file, element.place(), "model-value-too-long", name, longest);
      return;
    }
    String text = value.strip();
    switch (kind) {
      case PLAIN -> fault(element, ModelExpression.isExpression(text), "model-expression-misplaced", name);
      case EXPRESSION -> expression(element, text);
      case CONDITION -> condition(element, text);
      case GROUPS -> groups(element, text);
      case DELEGATE -> named(element, text, register::isDelegate, "model-delegate",
          Findings.choice(register.delegates()));
      case LISTENER -> named(element, text, register::isListener, "model-listener");
      case TASK_LISTENER -> named(element, text, register::isTaskListener, "model-listener");
      case FRAME -> fault(element, !text.equals(FRAME), "model-form", text);
      case DATE -> date(element, text);
      case DURATION -> fault(element, !isWait(text, SHORTEST_WAIT), "model-timer", text);
      case CYCLE -> fault(element, !isCycle(text, MOST_TIMES, SHORTEST_WAIT), "model-timer", text);
      case RETRY -> fault(element, !isCycle(text, MOST_TRIES, SHORTEST_PAUSE), "model-retry", MOST_TRIES);
      case KEPT -> fault(element, !isKept(text), "model-history");
      case VARIABLE -> fault(element, !VARIABLE.matcher(text).matches(), "model-variable", text);
      case FLAG -> only(element, name, text, Set.of("true", "false"));
      case PRIORITY -> fault(element, !text.matches("\\d{1,2}|100"), "model-value", name, text, "0–100");
      case TRUE -> fault(element, !text.equals("true"), "model-not-executable");
      case FALSE -> only(element, name, text, Set.of("false"));
      case ONE -> only(element, name, text, Set.of("1"));
      case POINT -> only(element, name, text.substring(text.indexOf(':') + 1), Set.of("Point"));
      case PLATFORM -> fault(element, !text.equals("Camunda Platform"), "model-platform", text);
      case SAME_DEPLOYMENT -> only(element, name, text, Set.of("deployment"));
      case FORMAL -> only(element, name, text.substring(text.indexOf(':') + 1), Set.of("tFormalExpression"));
      case FEEL_ONLY -> fault(element, !FEEL.contains(text), "model-language", text);
      default -> throw new IllegalStateException(kind.name());
    }
  }

  private void expression(XmlElement element, String text) {
    String refused = expressions.refusedIn(text);
    fault(element, refused != null, "model-expression", text, refused);
  }

  private void condition(XmlElement element, String text) {
    expression(element, text);
    fault(element, !ModelExpression.isWhole(text), "model-condition", text);
  }

  private void groups(XmlElement element, String text) {
    expression(element, text);
    fault(element, !ONE_CALL.matcher(text).matches(), "model-typed-person", text);
  }

  private void named(XmlElement element, String text, Predicate<String> fits, String code, Object... more) {
    String name = ModelExpression.oneName(text);
    fault(element, name == null || !fits.test(name), code, Stream.concat(Stream.of(text), Stream.of(more)).toArray());
  }

  private void date(XmlElement element, String text) {
    if (ModelExpression.isExpression(text)) {
      expression(element, text);
    } else {
      fault(element, !isDate(text), "model-timer", text);
    }
  }

  private void only(XmlElement element, String name, String text, Set<String> allowed) {
    fault(element, !allowed.contains(text), "model-value", name, text, String.join(" | ", allowed));
  }

  private void fault(XmlElement element, boolean isFault, String code, Object... more) {
    if (isFault) {
      findings.addAt(file, element.place(), code, more);
    }
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text) != null : OffsetDateTime.parse(text) != null;
    } catch (DateTimeParseException wrong) {
      return false;
    }
  }

  private static boolean isCycle(String text, int mostTimes, Duration shortest) {
    Matcher cycle = CYCLE.matcher(text);
    if (!cycle.matches()) {
      return false;
    }
    int times = Integer.parseInt(cycle.group(1));
    return times >= 1 && times <= mostTimes && isWait(cycle.group(2), shortest);
  }

  private static boolean isWait(String text, Duration shortest) {
    try {
      int time = text.indexOf('T');
      Period days = time == 1 ? Period.ZERO : Period.parse(time < 0 ? text : text.substring(0, time));
      Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
      Duration all = Duration.ofDays(days.getYears() * 365L + days.getMonths() * 30L + days.getDays()).plus(hours);
      return all.compareTo(shortest) >= 0 && all.compareTo(LONGEST_WAIT) <= 0;
    } catch (DateTimeParseException | ArithmeticException wrong) {
      return false;
    }
  }

  private static boolean isKept(String text) {
    Matcher kept = KEPT.matcher(text);
    return kept.matches() && Integer.parseInt(kept.group(1)) >= 1 && Integer.parseInt(kept.group(1)) <= LONGEST_KEPT;
  }
}
