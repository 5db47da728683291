package vn.trian.procedure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.trian.shared.Label;

/** Reads the value of one field as people type it, and says what is wrong with it. */
final class FieldCheck {

  private static final int MAX_LINE = 500;
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_DIGITS = 18;
  private static final int FIRST_YEAR = 1850;
  private static final Pattern EMAIL = Pattern.compile("[\\w.%+'-]{1,64}@[\\w-]+(\\.[\\w-]+)*\\.[A-Za-z]{2,}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} .'’()-]+");

  private final OptionSource options;
  private final LocalDate today;
  private final FieldProblems problems;

  FieldCheck(OptionSource options, LocalDate today, FieldProblems problems) {
    this.options = options;
    this.today = today;
    this.problems = problems;
  }

  /**
   * The value of a field, cleaned; null when there is none or none that can be read.
   *
   * @param beside submitted values of the fields in the same group
   */
  Object checked(FormComponent component, String path, Object submitted, Map<?, ?> beside) {
    return switch (component.type()) {
      case CHECKBOX -> truth(component, path, submitted);
      case CHECKLIST -> choices(component, path, submitted);
      case SELECT, RADIO -> choice(component, path, submitted);
      case NUMBER -> number(component, path, submitted);
      case DATETIME -> date(component, path, submitted);
      default -> text(component, path, submitted, beside);
    };
  }

  // -- choices ---------------------------------------------------------------------------------------------

  private Object truth(FormComponent component, String path, Object submitted) {
    boolean ticked = Boolean.TRUE.equals(submitted) || "true".equals(submitted);
    if (!ticked) {
      unlessOptional(component, path, "field-unticked");
    }
    return ticked;
  }

  private Object choice(FormComponent component, String path, Object submitted) {
    String value = line(submitted);
    if (value == null) {
      unlessOptional(component, path, "field-unchosen");
      return null;
    }
    return isOffered(component, path, value) ? value : null;
  }

  private Object choices(FormComponent component, String path, Object submitted) {
    Set<String> values = new LinkedHashSet<>();
    for (Object one : submitted instanceof List<?> list ? list : List.of()) {
      String value = line(one);
      if (value != null && isOffered(component, path, value)) {
        values.add(value);
      }
    }
    if (values.isEmpty()) {
      unlessOptional(component, path, "field-unchosen");
      return null;
    }
    return List.copyOf(values);
  }

  private boolean isOffered(FormComponent component, String path, String value) {
    List<Option> offered = component.source() == null ? component.options() : options.options(component.source());
    boolean found = offered.stream().anyMatch(option -> option.value().equals(value));
    if (!found) {
      problems.add(path, "field-not-offered", component.title());
    }
    return found;
  }

  // -- numbers ---------------------------------------------------------------------------------------------

  private Object number(FormComponent component, String path, Object submitted) {
    String text = line(submitted);
    if (text == null) {
      unlessOptional(component, path, "field-empty");
      return null;
    }
    Optional<BigDecimal> read = readNumber(component, submitted, text);
    if (read.isEmpty()) {
      problems.add(path, "field-no-number", component.title(), shortened(text));
      return null;
    }
    BigDecimal number = read.get();
    digits(component, path, number);
    bounds(component, path, number);
    return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValue() : number;
  }

  private void digits(FormComponent component, String path, BigDecimal number) {
    Integer allowed = component.validation().decimalDigits();
    int digits = allowed == null || component.isMoney() ? 0 : allowed;
    if (number.stripTrailingZeros().scale() > digits) {
      problems.add(path, digits == 0 ? "field-not-whole" : "field-digits-many", component.title(), digits);
    }
  }

  private void bounds(FormComponent component, String path, BigDecimal number) {
    BigDecimal min = component.validation().min();
    BigDecimal max = component.validation().max();
    if (min != null && number.compareTo(min) < 0) {
      problems.add(path, "field-too-small", component.title(), Shown.number(min, component));
    } else if (max != null && number.compareTo(max) > 0) {
      problems.add(path, "field-too-great", component.title(), Shown.number(max, component));
    } else if (component.checks().contains("year")) {
      year(component, path, number.toPlainString());
    }
  }

  private static Optional<BigDecimal> readNumber(FormComponent component, Object submitted, String text) {
    String plain = text;
    if (!(submitted instanceof Number)) {
      plain = component.isMoney() ? plain.replaceAll("[ .đ₫]", "") : plain.replace(" ", "").replace(',', '.');
    }
    try {
      BigDecimal number = new BigDecimal(plain);
      // 1e999999999 is a number too, but nobody's
      boolean sane = number.precision() - number.scale() <= MAX_DIGITS && number.scale() <= MAX_DIGITS;
      return sane ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  // -- dates -----------------------------------------------------------------------------------------------

  private Object date(FormComponent component, String path, Object submitted) {
    String text = line(submitted);
    if (text == null) {
      unlessOptional(component, path, "field-empty");
      return null;
    }
    boolean past = component.checks().contains("pastDate");
    if (component.isDateOrYear() && Dates.YEAR.matcher(text).matches()) {
      if (year(component, path, text) && past) {
        past(component, path, text);
      }
      return text;
    }
    Optional<LocalDate> day = Dates.day(text);
    if (day.isEmpty()) {
      problems.add(path, component.isDateOrYear() ? "field-no-date-or-year" : "field-no-date", component.title(),
          shortened(text));
      return null;
    }
    int year = day.get().getYear();
    if (year < FIRST_YEAR || year > today.getYear() + 100) {
      problems.add(path, "field-year-odd", component.title(), year);
    } else if (past) {
      past(component, path, text);
    }
    return day.get().toString();
  }

  private boolean year(FormComponent component, String path, String text) {
    boolean fine = Dates.YEAR.matcher(text).matches()
        && Integer.parseInt(text) >= FIRST_YEAR && Integer.parseInt(text) <= today.getYear() + 1;
    if (!fine) {
      problems.add(path, "field-no-year", component.title(), FIRST_YEAR, today.getYear() + 1, shortened(text));
    }
    return fine;
  }

  private void past(FormComponent component, String path, String text) {
    boolean future = Dates.YEAR.matcher(text).matches()
        ? Integer.parseInt(text) > today.getYear()
        : Dates.day(text).map(day -> day.isAfter(today)).orElse(false);
    if (future) {
      problems.add(path, "field-in-future", component.title());
    }
  }

  // -- texts -----------------------------------------------------------------------------------------------

  private Object text(FormComponent component, String path, Object submitted, Map<?, ?> beside) {
    boolean area = component.type() == FormComponent.Type.TEXTAREA;
    String text = area ? lines(submitted) : line(submitted);
    if (text == null) {
      unlessOptional(component, path, "field-empty");
      return null;
    }
    if (component.checks().contains("phone")) {
      text = text.replaceAll("[ .()-]", "").replaceFirst("^\\+84", "0");
    } else if (component.checks().contains("idNumber")) {
      text = text.replaceAll("[ .-]", "");
    }
    Integer longest = component.validation().maxLength();
    int max = area ? MAX_TEXT : MAX_LINE;
    max = longest == null ? max : Math.min(max, longest);
    Integer shortest = component.validation().minLength();
    if (text.length() > max) {
      problems.add(path, "field-too-long", component.title(), max, text.length());
      return null;
    }
    if (shortest != null && text.length() < shortest) {
      problems.add(path, "field-too-short", component.title(), shortest, text.length());
      return text;
    }
    for (String check : component.checks()) {
      named(check, component, path, text, beside);
    }
    pattern(component, path, text);
    return text;
  }

  private void pattern(FormComponent component, String path, String text) {
    String pattern = component.validation().pattern();
    if (pattern == null || Pattern.compile(pattern).matcher(text).find()) {
      return;
    }
    Label sentence = component.validation().patternMessage();
    if (sentence == null) {
      problems.add(path, "field-other-form", component.title());
    } else {
      problems.said(path, sentence);
    }
  }

  private void named(String check, FormComponent component, String path, String text, Map<?, ?> beside) {
    switch (check) {
      case "idNumber" -> idNumber(component, path, text, line(beside.get("idType")));
      case "phone" -> {
        if (!text.matches("0\\d{9,10}")) {
          problems.add(path, "field-no-phone", component.title(), shortened(text));
        }
      }
      case "email" -> {
        if (!EMAIL.matcher(text).matches()) {
          problems.add(path, "field-no-email", component.title());
        }
      }
      case "fullName" -> {
        if (!NAME.matcher(text).matches()) {
          problems.add(path, "field-no-name", component.title());
        }
      }
      case "year" -> year(component, path, text);
      case "pastDate" -> past(component, path, text);
      default -> throw new IllegalStateException("check " + check);
    }
  }

  private void idNumber(FormComponent component, String path, String text, String idType) {
    boolean citizenCard = idType == null || idType.equals("CCCD");
    boolean peopleCard = "CMND".equals(idType);
    if (!citizenCard && !peopleCard) {
      if (!text.matches("[A-Za-z0-9]{6,20}")) {
        problems.add(path, "field-no-passport", component.title());
      }
    } else if (!text.matches("\\d+")) {
      problems.add(path, peopleCard ? "field-no-cmnd-signs" : "field-no-cccd-signs", component.title());
    } else if (text.length() != 12 && !(peopleCard && text.length() == 9)) {
      problems.add(path, peopleCard ? "field-no-cmnd" : "field-no-cccd", component.title(), text.length());
    }
  }

  // -- what all share --------------------------------------------------------------------------------------

  /** Notes that a field has no value, when it needs one. */
  private void unlessOptional(FormComponent component, String path, String code) {
    if (component.validation().required()) {
      problems.add(path, code, component.title());
    }
  }

  private static String line(Object value) {
    String text = lines(value);
    return text == null ? null : text.replaceAll("\\s+", " ");
  }

  /** Text in one way of writing, without control characters; null when nothing is left. */
  private static String lines(Object value) {
    if (value == null || value instanceof Map || value instanceof Iterable) {
      return null;
    }
    String text = Normalizer.normalize(value.toString(), Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replaceAll("[\\u00a0\\u2007\\u202f\\t]", " ")
        .replaceAll("[\\p{Cntrl}\\u200b\\ufeff&&[^\\n]]", "")
        .strip();
    return text.isEmpty() ? null : text;
  }

  private static String shortened(String text) {
    return text.length() <= 30 ? text : text.substring(0, 30) + "…";
  }
}
