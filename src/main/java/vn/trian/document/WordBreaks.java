package vn.trian.document;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Lets a line end at blanks only. The usual rules break after slashes and hyphens too, which tears dates,
 * symbols and case codes apart.
 */
class WordBreaks implements FSTextBreaker {

  private String text = "";
  private int at;

  @Override
  public void setText(String text) {
    this.text = text;
    this.at = 0;
  }

  /** Index of the next word; the length of the text after the last one, then -1. */
  @Override
  public int next() {
    if (at >= text.length()) {
      return -1;
    }
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }
}
