package vn.trian.document;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Keeps the signature below a list on the page of the list's last row. The renderer can keep rows of a part of a table
 * together, but not a row and what follows the table; so the foot becomes a row of its own beside the last one.
 */
final class LastRow {

  private LastRow() {}

  /** Moves every foot that follows a list, with the sentences in between, into the list. */
  static void takesTheFoot(Document page) {
    page.select("table.foot").forEach(LastRow::taken);
  }

  private static void taken(Element foot) {
    Deque<Element> moved = new ArrayDeque<>();
    moved.push(foot);
    Element above = foot.previousElementSibling();
    // a heading begins a part of its own, whose text may go over pages
    while (above != null && above.nameIs("p") && !above.hasClass("lead")) {
      moved.push(above);
      above = above.previousElementSibling();
    }
    if (above == null || !above.is("table.grid:has(> tbody > tr)")) {
      return;
    }
    Element rows = above.select("> tbody").last();
    Element last = rows.lastElementChild();
    if (last == rows.firstElementChild()) {
      // without it the heading would stay behind
      above.addClass("keep");
    }
    Element end = above.appendElement("tbody").addClass("end").appendChild(last);
    end.appendElement("tr").addClass("end").appendElement("td").attr("colspan", String.valueOf(width(last)))
        .appendChildren(moved);
  }

  private static int width(Element row) {
    return row.children().stream()
        .mapToInt(cell -> cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1).sum();
  }
}
