package vn.trian.workflow.modelgate;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** What a template of a document may hold: text, tables, looks; nothing that runs and nothing from outside. */
final class TemplateFile {

  private static final int ELEMENTS = 5_000;
  /** Boxes within boxes; the program that draws calls itself for each. */
  private static final int DEPTH = 40;
  private static final Set<String> SIZES = Set.of("colspan", "rowspan", "span", "width", "height");
  private static final Set<String> ELEMENTS_ALLOWED = Set.of("html", "head", "title", "style", "body", "p", "div",
      "span", "br", "hr", "b", "i", "u", "s", "em", "strong", "small", "sup", "sub", "h1", "h2", "h3", "h4", "table",
      "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "li", "img", "section",
      "header", "footer");
  private static final Set<String> ATTRIBUTES = Set.of("class", "style", "lang", "alt", "colspan", "rowspan", "span",
      "width", "height", "align", "title", "src");
  private static final Pattern SOURCE =
      Pattern.compile("\\{\\{[A-Za-z.]+}}|data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+");
  private static final Pattern FETCHES = Pattern.compile("url\\s*\\(|image-set|@import|@font-face|expression\\s*\\("
      + "|javascript:"
      + "|-moz-binding|behavior\\s*:|\\\\|<\\s*/?\\s*script", Pattern.CASE_INSENSITIVE);
  private static final Pattern RAW = Pattern.compile("\\{\\{\\{|\\{\\{\\s*[&=]");

  private final String file;
  private final Findings findings;

  TemplateFile(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  void html(String text) {
    if (RAW.matcher(text).find()) {
      findings.add(file, "model-template-raw");
    }
    Node page = Parser.htmlParser().setTrackPosition(true).parseInput(text, "");
    int[] count = {0};
    page.traverse((node, depth) -> {
      if (depth == DEPTH) {
        findings.addAt(file, node.nodeName(), "model-too-deep", DEPTH);
      }
    });
    page.forEachNode(node -> {
      if (node instanceof DocumentType type && !(type.publicId() + type.systemId()).isEmpty()) {
        findings.add(file, "model-doctype");
      } else if (node instanceof Element element && element.parent() != null && count[0]++ < ELEMENTS) {
        element(element);
      }
    });
    if (count[0] > ELEMENTS) {
      findings.add(file, "model-too-many-elements", ELEMENTS);
    }
  }

  void css(String text) {
    looks(text, "css");
  }

  private void element(Element element) {
    String place = "<" + element.tagName() + ">, " + element.sourceRange().start().lineNumber();
    if (!ELEMENTS_ALLOWED.contains(element.tagName())) {
      findings.addAt(file, place, "model-template-element", element.tagName());
    }
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (!ATTRIBUTES.contains(name)) {
        findings.addAt(file, place, "model-template-element", name);
      } else if (name.equals("src") && !SOURCE.matcher(attribute.getValue()).matches()) {
        findings.addAt(file, place, "model-outside");
      } else if (name.equals("src") && LooksCheck.isTooLargePicture(attribute.getValue())) {
        findings.addAt(file, place, "model-template-size", name, "");
      } else if (SIZES.contains(name) && LooksCheck.isTooMany(name, attribute.getValue())) {
        findings.addAt(file, place, "model-template-size", name, attribute.getValue());
      } else if (name.equals("style")) {
        looks(attribute.getValue().replace("{{>", "{{"), place);
      }
    }
    if (element.tagName().equals("style")) {
      looks(element.data(), place);
    }
  }

  private void looks(String css, String place) {
    if (FETCHES.matcher(css).find()) {
      findings.addAt(file, place, "model-outside");
    }
    String tooLarge = LooksCheck.refusedInCss(css);
    if (tooLarge != null) {
      findings.addAt(file, place, "model-template-size", "CSS", tooLarge);
    }
  }
}
