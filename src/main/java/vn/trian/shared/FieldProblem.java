package vn.trian.shared;

import java.util.List;

/**
 * One thing wrong with one field of a form. As with {@link DomainException}, the sentence that people read is made at
 * the edge, in their language.
 *
 * @param field     path of the field in the submitted data, such as {@code applicant.idNumber} or
 *                  {@code relatives[0].fullName}; {@code papers.<id>} for a missing paper
 * @param code      message key of the sentence: what is wrong and what to do
 * @param arguments of the sentence: texts as they stand, or a {@link Label} that has both languages
 */
public record FieldProblem(String field, String code, List<Object> arguments) {

  /** Key of a sentence that comes whole from the data of a procedure. */
  private static final String SAID = "field-said";

  public FieldProblem {
    arguments = List.copyOf(arguments);
  }

  public FieldProblem(String field, String code, Object... arguments) {
    this(field, code, List.of(arguments));
  }

  /** A problem whose sentence is data. */
  public static FieldProblem said(String field, Label sentence) {
    return new FieldProblem(field, SAID, sentence);
  }
}
