package vn.trian.supervision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trian.shared.Level;

/**
 * Which cases somebody looks at; an address says the same by {@link #parameters}. What is null is not asked for.
 *
 * @param office    this office and those below it
 * @param procedure key of a procedure
 * @param release   cases of one release of their procedure, by its number
 * @param holder    office that holds the case now
 * @param step      present step, {@value #NONE} for none yet; of figures about hand-overs the step that ended
 * @param place     activity of the procedure's diagram, or of one called there, where the case stands now:
 *                  {@code confirmFile/prepare}; {@value #NONE} for nowhere
 * @param officer   login of who has a task of the case, {@value #QUEUE}, {@value #ELSEWHERE} or {@value #NONE}
 */
public record CaseFilter(Figure figure, Period period, String office, String procedure, Integer release, Level level,
    String holder, String step, String place, String officer, Standing standing, AgeClass age) {

  /** No step, or no task. */
  public static final String NONE = "-none";
  /** A task that nobody has taken. */
  public static final String QUEUE = "-queue";
  /** A task at an office that is out of reach. */
  public static final String ELSEWHERE = "-elsewhere";

  private static final Pattern RELEASE = Pattern.compile("[1-9]\\d{0,5}");

  /**
   * The filter that an address asks for; what it says that cannot be read counts as not said.
   *
   * @param today decides on the period when none is asked for: its month
   */
  public static CaseFilter read(Map<String, String> parameters, LocalDate today) {
    String code = parameters.getOrDefault("period", "");
    Period period = (code.equals(Period.CHOSEN)
        ? Period.between(parameters.getOrDefault("from", ""), parameters.getOrDefault("to", ""))
        : Period.of(code)).orElseGet(() -> Period.monthOf(today));
    return new CaseFilter(known(Figure.class, parameters.get("figure")).orElse(Figure.OPEN), period,
        text(parameters, "office"), text(parameters, "procedure"), release(parameters.getOrDefault("release", "")),
        known(Level.class, parameters.get("level")).orElse(null), text(parameters, "holder"),
        text(parameters, "step"), text(parameters, "place"), text(parameters, "officer"),
        known(Standing.class, parameters.get("standing")).orElse(null),
        known(AgeClass.class, parameters.get("age")).orElse(null));
  }

  /** What an address says to ask for the same. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("figure", figure.name());
    parameters.put("period", period.code());
    if (period.code().equals(Period.CHOSEN)) {
      parameters.put("from", period.first().toString());
      parameters.put("to", period.last().toString());
    }
    put(parameters, "office", office);
    put(parameters, "procedure", procedure);
    put(parameters, "release", release);
    put(parameters, "level", level);
    put(parameters, "holder", holder);
    put(parameters, "step", step);
    put(parameters, "place", place);
    put(parameters, "officer", officer);
    put(parameters, "standing", standing);
    put(parameters, "age", age);
    return parameters;
  }

  /** The same offices, procedure, release and period, and nothing else: what a dashboard is about. */
  public CaseFilter about(Figure other) {
    return new CaseFilter(other, period, office, procedure, release, null, null, null, null, null, null, null);
  }

  /** The same offices and period, of one release of a procedure. */
  public CaseFilter of(String otherProcedure, int otherRelease) {
    return new CaseFilter(figure, period, office, otherProcedure, otherRelease, level, holder, step, place, officer,
        standing, age);
  }

  /** A figure of an office and those below it, of all procedures. */
  public static CaseFilter of(Figure figure, Period period, String office) {
    return new CaseFilter(figure, period, office, null, null, null, null, null, null, null, null, null);
  }

  /** Open cases that an office holds. */
  static CaseFilter heldBy(String office, LocalDate today) {
    return new CaseFilter(Figure.OPEN, Period.monthOf(today), office, null, null, null, office, null, null, null, null,
        null);
  }

  private static void put(Map<String, String> parameters, String name, Object value) {
    if (value != null) {
      parameters.put(name, value.toString());
    }
  }

  private static Integer release(String number) {
    return RELEASE.matcher(number).matches() ? Integer.valueOf(number) : null;
  }

  private static String text(Map<String, String> parameters, String name) {
    String value = parameters.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }

  private static <E extends Enum<E>> Optional<E> known(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst();
  }
}
