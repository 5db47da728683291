package vn.trian.modeladmin;

import java.util.List;

/**
 * One thing that a release changes, as a sentence.
 *
 * @param elementId element of the procedure's own diagram that it concerns, null for none
 */
public record Change(Area area, Kind kind, String elementId, Said sentence) {

  /** What part of a procedure is concerned, in the order of the page. */
  public enum Area {
    GENERAL,
    LIMITS,
    STEPS,
    PAPERS,
    REASONS,
    FORMS,
    DECISIONS,
    DIAGRAM,
    DOCUMENTS,
    OTHER
  }

  /** What happened to it. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * A sentence or a part of one.
   *
   * @param code      message key
   * @param arguments texts, labels that have both languages, or parts of the sentence
   */
  public record Said(String code, List<Object> arguments) {

    Said(String code, Object... arguments) {
      this(code, List.of(arguments));
    }
  }
}
