package vn.trian.procedure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.trian.shared.Expressions;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Texts;

/**
 * Checks a submission against its form, as the page did before sending: a page helps, the server decides.
 * Everything wrong is told at once.
 */
@Component
public class FormCheck {

  private static final int MAX_LINE = 500;
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_ROWS = 200;
  private static final int MAX_PASSES = 6;
  private static final int FIRST_YEAR = 1850;
  private static final Pattern EMAIL = Pattern.compile("[\\w.%+'-]{1,64}@[\\w-]+(\\.[\\w-]+)*\\.[A-Za-z]{2,}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} .'’()-]+");
  private static final Pattern RECORD_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /**
   * Checks a submission.
   *
   * <p>{@code hide} sees the case context with the submission laid over it; every field of the form that is
   * absent is null there, dates are texts as the page holds them. A hidden field counts as absent for the
   * conditions of the others.
   *
   * @param data    as submitted, may carry anything
   * @param context case context without this submission; the value of a read-only field is taken from it
   * @param feel    evaluates {@code hide}
   * @param options reference data of selects
   * @param today   last day that is not in the future
   */
  public Checked check(
      FormSchema schema,
      Map<String, Object> data,
      Map<String, Object> context,
      Expressions feel,
      OptionSource options,
      LocalDate today) {
    Map<String, Object> given = data == null ? Map.of() : data;
    Map<String, Object> around = context == null ? Map.of() : context;
    Pass pass = new Pass(given, around, given, schema, feel, options, today);
    for (int i = 0; i < MAX_PASSES; i++) {
      Map<String, Object> before = pass.out;
      pass = new Pass(given, around, before, schema, feel, options, today);
      if (pass.out.equals(before)) {
        break;
      }
    }
    return new Checked(pass.out, pass.problems);
  }

  /** One reading of the whole form; what is hidden is told by the values of the pass before. */
  private static final class Pass {

    private final Map<String, Object> context;
    private final Map<String, Object> scope;
    private final Expressions feel;
    private final OptionSource options;
    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Map<String, Object> out = new LinkedHashMap<>();

    Pass(
        Map<String, Object> given,
        Map<String, Object> context,
        Map<String, Object> before,
        FormSchema schema,
        Expressions feel,
        OptionSource options,
        LocalDate today) {
      this.context = context;
      this.feel = feel;
      this.options = options;
      this.today = today;
      this.scope = CaseContext.layered(CaseContext.blanks(schema), context, before);
      Place root = new Place("", given, out, scope, Map.of());
      components(schema.components(), root);
    }

    /**
     * Where the reading stands.
     *
     * @param path  prefix of the values here
     * @param given submitted values here
     * @param out   cleaned values here
     * @param row   values that conditions know as {@code this}
     * @param extra further words of conditions inside a list
     */
    private record Place(
        String path, Map<?, ?> given, Map<String, Object> out, Map<String, Object> row, Map<String, Object> extra) {}

    private void components(List<FormComponent> components, Place place) {
      for (FormComponent component : components) {
        if (component.hide() != null && isHidden(component, place)) {
          continue;
        }
        switch (component.type()) {
          case GROUP -> group(component, place);
          case DYNAMICLIST -> rows(component, place);
          case TEXT, SEPARATOR, SPACER -> { }
          default -> field(component, place);
        }
      }
    }

    private boolean isHidden(FormComponent component, Place place) {
      Map<String, Object> words = new LinkedHashMap<>(scope);
      words.putAll(place.extra());
      return feel.holds(component.hide(), words);
    }

    private void group(FormComponent component, Place place) {
      if (component.path().isBlank()) {
        components(component.components(), place);
        return;
      }
      Object submitted = Paths.get(asMap(place.given()), component.path());
      Map<?, ?> given = submitted instanceof Map<?, ?> map ? map : Map.of();
      Map<String, Object> inside = new LinkedHashMap<>();
      Place here = new Place(
          Paths.join(place.path(), component.path()), given, inside, place.row(), place.extra());
      components(component.components(), here);
      if (component.lookup() != null && given.get("recordId") instanceof String id && RECORD_ID.matcher(id).matches()) {
        inside.putIfAbsent("recordId", id);
      }
      if (!inside.isEmpty()) {
        Map<String, Object> merged = new LinkedHashMap<>(asMap(Paths.get(place.out(), component.path())));
        merged.putAll(inside);
        Paths.set(place.out(), component.path(), merged);
      }
    }

    private void rows(FormComponent component, Place place) {
      String path = Paths.join(place.path(), component.path());
      if (!(Paths.get(asMap(place.given()), component.path()) instanceof List<?> submitted)) {
        return;
      }
      if (submitted.size() > MAX_ROWS) {
        problem(path, "“" + component.title() + "” có quá " + MAX_ROWS
            + " dòng; bớt dòng hoặc lập danh sách kèm theo.");
        return;
      }
      List<Object> rows = new ArrayList<>();
      for (int i = 0; i < submitted.size(); i++) {
        Map<String, Object> given = asMap(submitted.get(i));
        if (isBlank(given)) {
          continue;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        Map<String, Object> words =
            CaseContext.layered(CaseContext.blanks(component.components()), given);
        Place here = new Place(path + "[" + i + "]", given, row, words,
            Map.of("this", words, "parent", place.row(), "i", i + 1));
        components(component.components(), here);
        if (!row.isEmpty()) {
          rows.add(row);
        }
      }
      if (!rows.isEmpty()) {
        Paths.set(place.out(), component.path(), rows);
      }
    }

    private void field(FormComponent component, Place place) {
      if (component.disabled()) {
        return;
      }
      String path = Paths.join(place.path(), component.key());
      Object submitted = Paths.get(asMap(place.given()), component.key());
      if (component.readonly() && Paths.get(context, path) != null) {
        submitted = CaseContext.asTyped(Paths.get(context, path));
      }
      Object value = switch (component.type()) {
        case CHECKBOX -> truth(component, path, submitted);
        case CHECKLIST -> choices(component, path, submitted);
        case SELECT, RADIO -> choice(component, path, submitted);
        case NUMBER -> number(component, path, submitted);
        case DATETIME -> date(component, path, submitted);
        default -> text(component, path, submitted, place);
      };
      if (value != null) {
        Paths.set(place.out(), component.key(), value);
      }
    }

    private Object truth(FormComponent component, String path, Object submitted) {
      boolean ticked = Boolean.TRUE.equals(submitted) || "true".equals(submitted);
      if (!ticked && component.validation().required()) {
        problem(path, "Chưa đánh dấu “" + component.title() + "”.");
      }
      return ticked;
    }

    private Object choice(FormComponent component, String path, Object submitted) {
      String value = line(submitted);
      if (value == null) {
        if (component.validation().required()) {
          problem(path, "Chưa chọn “" + component.title() + "”.");
        }
        return null;
      }
      if (!isOffered(component, value)) {
        problem(path, "“" + component.title() + "” có giá trị không nằm trong danh sách; chọn lại.");
        return null;
      }
      return value;
    }

    private Object choices(FormComponent component, String path, Object submitted) {
      Set<String> values = new LinkedHashSet<>();
      for (Object one : submitted instanceof List<?> list ? list : List.of()) {
        String value = line(one);
        if (value != null && isOffered(component, value)) {
          values.add(value);
        } else if (value != null) {
          problem(path, "“" + component.title() + "” có giá trị không nằm trong danh sách; chọn lại.");
        }
      }
      if (values.isEmpty() && component.validation().required()) {
        problem(path, "Chưa chọn “" + component.title() + "”.");
      }
      return values.isEmpty() ? null : List.copyOf(values);
    }

    private boolean isOffered(FormComponent component, String value) {
      List<Option> offered = component.source() == null ? component.options() : options.options(component.source());
      return offered.stream().anyMatch(option -> option.value().equals(value));
    }

    private Object number(FormComponent component, String path, Object submitted) {
      String text = line(submitted);
      if (text == null) {
        return missing(component, path);
      }
      Optional<BigDecimal> read = readNumber(component, submitted, text);
      if (read.isEmpty()) {
        problem(path, "“" + component.title() + "” phải là số; đang có “" + shortened(text) + "”.");
        return null;
      }
      BigDecimal number = read.get();
      int digits = component.validation().decimalDigits() == null ? 0 : component.validation().decimalDigits();
      boolean whole = digits == 0 || component.isMoney();
      if (whole && number.stripTrailingZeros().scale() > 0) {
        problem(path, "“" + component.title() + "” phải là số nguyên.");
      } else if (number.stripTrailingZeros().scale() > digits && !whole) {
        problem(path, "“" + component.title() + "” chỉ được có " + digits + " chữ số sau dấu phẩy.");
      }
      BigDecimal min = component.validation().min();
      BigDecimal max = component.validation().max();
      if (min != null && number.compareTo(min) < 0) {
        problem(path, "“" + component.title() + "” phải từ " + CaseContext.shownNumber(min, component) + " trở lên.");
      } else if (max != null && number.compareTo(max) > 0) {
        problem(path, "“" + component.title() + "” không được quá " + CaseContext.shownNumber(max, component) + ".");
      } else if (component.checks().contains("year")) {
        year(component, path, number.toPlainString());
      }
      return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValue() : number;
    }

    private static Optional<BigDecimal> readNumber(FormComponent component, Object submitted, String text) {
      String plain = text;
      if (!(submitted instanceof Number)) {
        plain = component.isMoney() ? plain.replaceAll("[ .đ₫]", "") : plain.replace(" ", "").replace(',', '.');
      }
      try {
        BigDecimal number = new BigDecimal(plain);
        // 1e999999999 is a number too, but nobody's
        return number.precision() - number.scale() > 18 || number.scale() > 18 ? Optional.empty() : Optional.of(number);
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
    }

    private Object date(FormComponent component, String path, Object submitted) {
      String text = line(submitted);
      if (text == null) {
        return missing(component, path);
      }
      if (component.isDateOrYear() && Dates.YEAR.matcher(text).matches()) {
        if (!year(component, path, text)) {
          return text;
        }
        if (component.checks().contains("pastDate") && Integer.parseInt(text) > today.getYear()) {
          problem(path, component.title() + " không thể ở tương lai.");
        }
        return text;
      }
      Optional<LocalDate> day = Dates.day(text);
      if (day.isEmpty()) {
        problem(path, component.isDateOrYear()
            ? component.title() + " phải là ngày có thật (ví dụ 19/05/1948) hoặc chỉ năm (ví dụ 1948); đang có “"
                + shortened(text) + "”."
            : component.title() + " phải là ngày có thật, ví dụ 19/05/1948; đang có “" + shortened(text) + "”.");
        return null;
      }
      if (day.get().getYear() < FIRST_YEAR || day.get().getYear() > today.getYear() + 100) {
        problem(path, component.title() + " có năm " + day.get().getYear() + " không hợp lý; kiểm tra lại.");
      } else if (component.checks().contains("pastDate") && day.get().isAfter(today)) {
        problem(path, component.title() + " không thể ở tương lai.");
      }
      return day.get().toString();
    }

    private Object text(FormComponent component, String path, Object submitted, Place place) {
      String text = component.type() == FormComponent.Type.TEXTAREA ? lines(submitted) : line(submitted);
      if (text == null) {
        return missing(component, path);
      }
      if (component.checks().contains("phone")) {
        text = text.replaceAll("[ .()-]", "").replaceFirst("^\\+84", "0");
      } else if (component.checks().contains("idNumber")) {
        text = text.replaceAll("[ .-]", "");
      }
      int max = component.type() == FormComponent.Type.TEXTAREA ? MAX_TEXT : MAX_LINE;
      Integer longest = component.validation().maxLength();
      max = longest == null ? max : Math.min(max, longest);
      Integer shortest = component.validation().minLength();
      if (text.length() > max) {
        problem(path, "“" + component.title() + "” dài quá " + max + " ký tự; đang có " + text.length() + ".");
        return null;
      }
      if (shortest != null && text.length() < shortest) {
        problem(path, "“" + component.title() + "” phải có ít nhất " + shortest + " ký tự; đang có " + text.length()
            + ".");
        return text;
      }
      named(component, path, text, place);
      String pattern = component.validation().pattern();
      if (pattern != null && !Pattern.compile(pattern).matcher(text).find()) {
        String message = component.validation().patternErrorMessage();
        problem(path, message == null || message.isBlank()
            ? "“" + component.title() + "” không đúng dạng quy định; kiểm tra lại." : message);
      }
      return text;
    }

    private void named(FormComponent component, String path, String text, Place place) {
      for (String check : component.checks()) {
        switch (check) {
          case "idNumber" -> idNumber(component, path, text, line(place.given().get("idType")));
          case "phone" -> {
            if (!text.matches("0\\d{9,10}")) {
              problem(path, component.title() + " phải gồm 10 hoặc 11 chữ số, bắt đầu bằng 0; đang có “"
                  + shortened(text) + "”.");
            }
          }
          case "email" -> {
            if (!EMAIL.matcher(text).matches()) {
              problem(path, component.title() + " chưa đúng dạng, ví dụ ten@example.vn.");
            }
          }
          case "fullName" -> {
            if (!NAME.matcher(text).matches()) {
              problem(path, component.title() + " chỉ được gồm chữ cái; bỏ chữ số và ký hiệu khác.");
            }
          }
          case "year" -> year(component, path, text);
          case "pastDate" -> past(component, path, text);
          default -> throw new IllegalStateException("check " + check);
        }
      }
    }

    private void idNumber(FormComponent component, String path, String text, String idType) {
      if ("CMND".equals(idType)) {
        if (!text.matches("\\d{9}|\\d{12}")) {
          problem(path, component.title() + " phải gồm 9 hoặc 12 chữ số" + counted(text) + ".");
        }
      } else if (idType == null || idType.equals("CCCD")) {
        if (!text.matches("\\d{12}")) {
          problem(path, component.title() + " phải gồm đúng 12 chữ số" + counted(text) + ".");
        }
      } else if (!text.matches("[A-Za-z0-9]{6,20}")) {
        problem(path, component.title() + " chỉ gồm chữ không dấu và số, từ 6 đến 20 ký tự.");
      }
    }

    private static String counted(String text) {
      return text.matches("\\d+") ? "; đang có " + text.length() : "; không được có chữ hay ký hiệu";
    }

    private boolean year(FormComponent component, String path, String text) {
      boolean fine = Dates.YEAR.matcher(text).matches()
          && Integer.parseInt(text) >= FIRST_YEAR && Integer.parseInt(text) <= today.getYear() + 1;
      if (!fine) {
        problem(path, component.title() + " phải là năm gồm 4 chữ số, từ " + FIRST_YEAR + " đến "
            + (today.getYear() + 1) + "; đang có “" + shortened(text) + "”.");
      }
      return fine;
    }

    private void past(FormComponent component, String path, String text) {
      boolean future = Dates.YEAR.matcher(text).matches()
          ? Integer.parseInt(text) > today.getYear()
          : Dates.day(text).map(day -> day.isAfter(today)).orElse(false);
      if (future) {
        problem(path, component.title() + " không thể ở tương lai.");
      }
    }

    private Object missing(FormComponent component, String path) {
      if (component.validation().required()) {
        problem(path, "Chưa nhập “" + component.title() + "”.");
      }
      return null;
    }

    private void problem(String path, String message) {
      FieldProblem problem = new FieldProblem(path, message);
      if (!problems.contains(problem)) {
        problems.add(problem);
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

    private static boolean isBlank(Object value) {
      if (value instanceof Map<?, ?> map) {
        return map.values().stream().allMatch(Pass::isBlank);
      }
      if (value instanceof List<?> list) {
        return list.stream().allMatch(Pass::isBlank);
      }
      return value == null || Boolean.FALSE.equals(value) || value.toString().isBlank();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
      return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
  }
}
