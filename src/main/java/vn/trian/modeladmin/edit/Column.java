package vn.trian.modeladmin.edit;

import java.util.List;

/**
 * One value of each row of a sheet.
 *
 * @param name    place of the value in its row, such as {@code name.vi}; of sheets of texts the language
 * @param choices values of a choice, as the file has them
 * @param needed  whether a row without it is refused
 */
public record Column(String name, Input input, List<String> choices, boolean needed) {

  /** How a value is typed. */
  public enum Input {
    /** Fixed once it is there. */
    CODE,
    TEXT,
    WORDS,
    NUMBER,
    DAY,
    CHOICE,
    /** An expression that is chosen to hold always, never, or as it is written. */
    WHEN
  }

  static final String ALWAYS = "true";
  static final String NEVER = "false";
  /** Stands for the expression that is there. */
  static final String AS_WRITTEN = "=";

  static Column of(String name, Input input) {
    return new Column(name, input, List.of(), false);
  }

  static Column needed(String name, Input input) {
    return new Column(name, input, List.of(), true);
  }

  static Column choice(String name, boolean needed, List<String> choices) {
    return new Column(name, Input.CHOICE, choices, needed);
  }
}
