package vn.trian.workflow;

import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** What people have to say in words. */
final class Wording {

  private Wording() {}

  /**
   * The text without blanks around it.
   *
   * @throws DomainException INVALID with the code for a missing text, or {@code text-too-long} with both lengths
   */
  static String required(String text, int longest, String codeOfMissing) {
    if (text == null || text.isBlank()) {
      throw new DomainException(Kind.INVALID, codeOfMissing);
    }
    String stripped = text.strip();
    if (stripped.length() > longest) {
      throw new DomainException(Kind.INVALID, "text-too-long", stripped.length(), longest);
    }
    return stripped;
  }
}
