package vn.trian.document;

/** Life of a document drawn up. */
public enum DocumentStatus {
  /** Proposed; replaced when drawn up again. */
  DRAFT,
  /** Signed, waiting for its number. */
  SIGNED,
  /** Numbered and dated; never changes again. */
  ISSUED,
  /** Given up; a number that it had stays used. */
  WITHDRAWN
}
