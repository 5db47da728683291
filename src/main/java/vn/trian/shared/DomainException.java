package vn.trian.shared;

import java.util.Arrays;
import java.util.List;

/**
 * A refusal that the rules of the field demand. Carries a message key of {@code messages_vi.properties}
 * and its arguments; the sentence that people read is made at the edge, in their language.
 */
public class DomainException extends RuntimeException {

  /** What kind of answer the refusal is, so that the edge can choose a status. */
  public enum Kind {
    /** The input is wrong or incomplete. */
    INVALID,
    /** The request lacks what every request of its kind brings; a fault of the program that sends it. */
    MALFORMED,
    /** Somebody else was faster, or the case is no longer in the state that the action needs. */
    CONFLICT,
    /** Not there, or not for the eyes of whoever asks; the two are never told apart. */
    NOT_FOUND,
    /** Known and visible, but not allowed for this person. */
    FORBIDDEN
  }

  private final String code;
  private final transient Object[] arguments;
  private final Kind kind;
  private final transient List<FieldProblem> problems;

  public DomainException(Kind kind, String code, Object... arguments) {
    this(kind, code, List.of(), arguments);
  }

  public DomainException(Kind kind, String code, List<FieldProblem> problems, Object... arguments) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.arguments = arguments.clone();
    this.problems = List.copyOf(problems);
  }

  /** Message key; also the last part of the problem type. */
  public String code() {
    return code;
  }

  public Object[] arguments() {
    return arguments.clone();
  }

  /**
   * The arguments as they are said in a language: labels in their words.
   *
   * @param language tag such as {@code vi}
   */
  public Object[] arguments(String language) {
    return Arrays.stream(arguments).map(each -> each instanceof Label label ? label.in(language) : each).toArray();
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong at which field; empty when the refusal concerns the whole action. */
  public List<FieldProblem> problems() {
    return problems;
  }
}
