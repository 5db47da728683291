package vn.trian.workflow;

/**
 * A note to be written.
 *
 * @param addressee login of an officer; null = everybody of the office that holds the case
 * @param words     plain text, must not be missing
 */
public record NewNote(String addressee, String words) {

  public NewNote {
    addressee = addressee == null || addressee.isBlank() ? null : addressee.strip();
  }
}
