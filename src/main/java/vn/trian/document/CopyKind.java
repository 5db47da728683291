package vn.trian.document;

/** In which form a paper was handed in. */
public enum CopyKind {
  ORIGINAL("Bản chính"),
  CERTIFIED_COPY("Bản sao có chứng thực"),
  COPY("Bản sao"),
  TO_COMPARE("Bản chụp, xuất trình bản chính để đối chiếu");

  private final String vi;

  CopyKind(String vi) {
    this.vi = vi;
  }

  /** As printed on receipts. */
  public String vi() {
    return vi;
  }
}
