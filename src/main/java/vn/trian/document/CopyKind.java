package vn.trian.document;

/** In which form a paper was handed in. */
public enum CopyKind {
  ORIGINAL,
  CERTIFIED_COPY,
  COPY,
  /** Shown at the desk, compared and handed back; a picture of it is kept. */
  TO_COMPARE
}
