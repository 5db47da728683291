package vn.trian.document;

/** Life of a document drawn up. */
public enum DocumentStatus {
  /** Proposed; replaced when drawn up again. */
  DRAFT,
  /** Signed, waiting for its number. */
  SIGNED,
  /** Numbered and dated; never changes again. */
  ISSUED,
  /** Issued, then issued anew by the same office, as after a return; readable, no longer in force. */
  REPLACED,
  /** Given up; a number that it had stays used. */
  WITHDRAWN
}
