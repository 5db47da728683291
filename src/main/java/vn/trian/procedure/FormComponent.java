package vn.trian.procedure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trian.shared.Label;

/**
 * One component of a form.
 *
 * @param key        name of the value, may be dotted; null for groups, lists and static parts
 * @param path       of a group or list: prefix of the values inside, may be empty; otherwise null
 * @param label      null for static parts and groups without a heading
 * @param options    fixed choices, empty when they come from {@link #source()}
 * @param hide       FEEL, true = hidden and not submitted; null = always shown
 * @param disabled   shown only, never submitted
 * @param readonly   submitted, but not typed in
 * @param properties custom properties
 * @param components inside a group or list
 */
public record FormComponent(
    String id,
    Type type,
    String key,
    String path,
    Label label,
    Validation validation,
    List<Option> options,
    String hide,
    boolean readonly,
    boolean disabled,
    Map<String, String> properties,
    List<FormComponent> components) {

  public FormComponent {
    validation = validation == null ? Validation.NONE : validation;
    options = Given.list(options);
    properties = Given.map(properties);
    components = Given.list(components);
  }

  /** Component types that procedures may use. */
  public enum Type {
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    SELECT,
    RADIO,
    CHECKBOX,
    CHECKLIST,
    DATETIME,
    GROUP,
    DYNAMICLIST,
    TEXT,
    SEPARATOR,
    SPACER;

    private static final Set<Type> STATIC = Set.of(TEXT, SEPARATOR, SPACER);

    /** True for components that carry a value of their own. */
    public boolean isInput() {
      return this != GROUP && this != DYNAMICLIST && !STATIC.contains(this);
    }

    /** True for components whose value is chosen from options. */
    public boolean isChoice() {
      return this == SELECT || this == RADIO || this == CHECKLIST;
    }
  }

  /**
   * What form-js itself validates.
   *
   * @param patternMessage said when the text does not fit the pattern; null = a sentence that fits any pattern
   * @param decimalDigits  of a number; null = whole numbers only
   */
  public record Validation(
      boolean required,
      BigDecimal min,
      BigDecimal max,
      Integer minLength,
      Integer maxLength,
      String pattern,
      Label patternMessage,
      Integer decimalDigits) {

    static final Validation NONE = new Validation(false, null, null, null, null, null, null, null);
  }

  /** Named checks, such as {@code idNumber}; empty when none. */
  public Set<String> checks() {
    String check = properties.getOrDefault("check", "").strip();
    return check.isEmpty() ? Set.of() : Set.of(check.split("[,\\s]+"));
  }

  /** True when a year alone is accepted instead of a full date. */
  public boolean isDateOrYear() {
    return "dateOrYear".equals(properties.get("precision"));
  }

  /** Process variable that carries the value as well, null = none. */
  public String processVariable() {
    return properties.get("processVariable");
  }

  /** Path of the earlier value that this one begins with, null = none. */
  public String from() {
    return properties.get("from");
  }

  /** Reference data that the options come from, null = fixed options. */
  public String source() {
    return properties.get("source");
  }

  /** True for an amount in whole đồng. */
  public boolean isMoney() {
    return "true".equals(properties.get("money"));
  }

  /** {@code person} or {@code martyr} for a group that a search fills; null = none. */
  public String lookup() {
    return properties.get("lookup");
  }

  /** The label, or the key when the form gives none. */
  public Label title() {
    return label != null ? label : new Label(key != null ? key : path, null);
  }
}
