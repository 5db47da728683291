package vn.trian.document;

/**
 * Who signs, as printed in the signer's block.
 *
 * @param login  login of the person
 * @param name   full name
 * @param title  "GIÁM ĐỐC" or, below a prefix, the signer's own title "PHÓ GIÁM ĐỐC"
 * @param prefix "KT. GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN"; null when the head of the office signs in person
 */
public record Signer(String login, String name, String title, String prefix) {

  public Signer {
    if (login == null || login.isBlank() || name == null || name.isBlank()) {
      throw new IllegalArgumentException("a signer needs a login and a name");
    }
  }
}
