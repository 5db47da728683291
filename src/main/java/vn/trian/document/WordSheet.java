package vn.trian.document;

import org.jsoup.nodes.Element;

/** Page in twentieths of a point; the measures of document-style.css. */
record WordSheet(int width, int height, int top, int right, int bottom, int left, double fontSize) {

  static WordSheet of(Element body) {
    if (body.hasClass("a5")) {
      return new WordSheet(twips(148), twips(210), twips(10), twips(10), twips(10), twips(14), 10.5);
    }
    if (body.hasClass("landscape")) {
      return new WordSheet(twips(297), twips(210), twips(20), twips(20), twips(15), twips(20), 13);
    }
    return new WordSheet(twips(210), twips(297), twips(20), twips(18), twips(20), twips(30), 13);
  }

  int inner() {
    return width - left - right;
  }

  static int twips(double millimeters) {
    return (int) Math.round(millimeters / 25.4 * 1440);
  }
}
