package vn.trian.shared;

/** How sure a fact of law is; kept with the fact so that an admin sees what still has to be checked. */
public enum Confidence {
  /** Read in the text of the law. */
  A,
  /** Read in an extract of an official portal, a government page or the press. */
  B,
  /** Seen only second-hand. */
  C,
  /** Unconfirmed: derived or general knowledge. */
  U
}
