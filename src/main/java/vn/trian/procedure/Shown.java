package vn.trian.procedure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;
import vn.trian.shared.Vnd;

/**
 * Values as people read them.
 *
 * @param options  choices that come from reference data
 * @param language of the choices
 */
record Shown(OptionSource options, String language) {

  private static final Label YES = new Label("Có", "Yes");
  private static final Label NO = new Label("Không", "No");

  /** One value of one component. */
  String text(FormComponent component, Object value) {
    return switch (component.type()) {
      case CHECKBOX -> (Boolean.TRUE.equals(value) ? YES : NO).in(language);
      case SELECT, RADIO -> choice(component, value);
      case CHECKLIST -> value instanceof List<?> values
          ? values.stream().map(one -> choice(component, one)).collect(Collectors.joining("; "))
          : choice(component, value);
      case DATETIME -> Dates.shown(value);
      case NUMBER -> value instanceof Number number
          ? number(new BigDecimal(number.toString()), component) : value.toString();
      default -> value.toString();
    };
  }

  /** The row of the application that a value stands for. */
  Optional<Map<?, ?>> row(FormComponent component, Object value) {
    return component.source() == null ? Optional.empty() : options.row(component.source(), value);
  }

  static String number(BigDecimal number, FormComponent component) {
    if (component.isMoney()) {
      return new Vnd(number.setScale(0, RoundingMode.HALF_UP).longValue()).toString();
    }
    BigDecimal plain = number.stripTrailingZeros();
    if (component.checks().contains("year")) {
      return plain.toPlainString();
    }
    String whole = Texts.grouped(plain.longValue());
    if (plain.scale() <= 0) {
      return whole;
    }
    String fraction = plain.toPlainString();
    String sign = plain.signum() < 0 && plain.longValue() == 0 ? "-" : "";
    return sign + whole + "," + fraction.substring(fraction.indexOf('.') + 1);
  }

  private String choice(FormComponent component, Object value) {
    List<Option> offered = component.source() == null ? component.options() : options.options(component.source());
    return offered.stream()
        .filter(option -> option.value().equals(String.valueOf(value)))
        .map(option -> option.label().in(language))
        .findFirst()
        .orElse(String.valueOf(value));
  }
}
