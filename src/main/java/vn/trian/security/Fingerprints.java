package vn.trian.security;

import vn.trian.shared.Sha256;

/** What stands in our tables for logins, addresses and secrets that have no business there. */
final class Fingerprints {

  private Fingerprints() {}

  /** SHA-256 in 64 hexadecimal digits. */
  static String of(String text) {
    return Sha256.of(text);
  }
}
