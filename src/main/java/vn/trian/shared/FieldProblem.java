package vn.trian.shared;

/**
 * One thing wrong with one field of a form.
 *
 * @param field   path of the field in the submitted data, such as {@code applicant.idNumber} or
 *                {@code relatives[0].fullName}; {@code papers.<id>} for a missing paper
 * @param message sentence in Vietnamese: what is wrong and what to do
 */
public record FieldProblem(String field, String message) {}
