package vn.trian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderingTest {

  private static final String ALL_VOWELS =
      "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
          + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";

  private static final PdfRenderer PDF = new PdfRenderer();
  private static final WordRenderer WORD = new WordRenderer();
  private static final Templates TEMPLATES = new Templates();

  static List<String> templates() {
    return CommonTemplates.names();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyCommonTemplateIsPrintedWhole(String name) throws IOException {
    TemplateSource template = CommonTemplates.template(name);
    assertThat(TEMPLATES.unknownTags(template, CommonTemplates.modelOf(name))).isEmpty();
    String html = TEMPLATES.fill(template, CommonTemplates.modelOf(name));
    assertThat(html).doesNotContain("{{");

    byte[] pdf = PDF.render(html);
    byte[] word = WORD.render(html);
    keep(name, pdf, word);

    String printed = squeezed(PdfText.of(pdf));
    for (var element : Jsoup.parse(html).body().select("p, td, th, h1, h2")) {
      String own = element.hasClass("upper") ? element.text().toUpperCase() : element.text();
      if (element.select("p, td, br, div, .upper").size() <= 1) {
        // columns of one line are read across, so only short texts stay in one piece
        for (String part : own.split(" ")) {
          assertThat(printed).as("%s: %s", name, own).contains(squeezed(part));
        }
      }
    }
    assertThat(embeddedFonts(pdf)).isNotEmpty().allMatch(font -> font.contains("+Tinos"));

    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      String written = squeezed(extractor.getText());
      assertThat(written).contains(squeezed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
      for (var element : Jsoup.parse(html).body().select("h1, h2, p.text")) {
        assertThat(written).contains(squeezed(element.text()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateWithoutValuesIsAFormToFillByHand(String name) {
    String html = TEMPLATES.fill(CommonTemplates.template(name), Map.of());
    assertThat(PdfText.of(PDF.render(html))).contains("……").doesNotContain("null");
    WORD.render(html);
  }

  @Test
  void printsEveryVietnameseLetterInEveryFace() throws IOException {
    byte[] pdf = PDF.render("<p>" + ALL_VOWELS + "</p><p><b>" + ALL_VOWELS + "</b></p><p><i>" + ALL_VOWELS
        + "</i></p><p><b><i>" + ALL_VOWELS + "</i></b></p>");
    String text = squeezed(PdfText.of(pdf));
    assertThat(text).isEqualTo(ALL_VOWELS.repeat(4));
    assertThat(embeddedFonts(pdf)).hasSize(4);
  }

  @Test
  void aRefusalGoesToTheCitizenNotToTheOfficeAbove() {
    assertThat(TEMPLATES.fill(CommonTemplates.template("refusal-letter.html"), CommonTemplates.model()))
        .contains("Kính gửi: ông/bà Nguyễn Thị Phượng").doesNotContain("Kính gửi: Phòng Lao động");
  }

  @Test
  void aPaperWithoutNumberLeavesNoSpaceForOne() {
    Map<String, Object> model = CommonTemplates.model();
    model.put("document", Map.of("unnumbered", true));

    assertThat(TEMPLATES.fill(CommonTemplates.template("refusal-letter.html"), model)).doesNotContain("Số:");
  }

  @Test
  void linesEndAtBlanksOnly() {
    String words = "12/QĐ-SLĐTBXH 11/03/2024 000.01.05.H37-240311-0007 định./. ".repeat(20).strip();
    String text = PdfText.of(PDF.render("<p>" + words + "</p>"));
    assertThat(text.lines().count()).isGreaterThan(5);
    assertThat(text.lines().flatMap(line -> Stream.of(line.strip().split(" "))).toList())
        .isEqualTo(List.of(words.split(" ")));
  }

  @Test
  void noAddressIsEverFetched() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> {
      asked.incrementAndGet();
      exchange.sendResponseHeaders(404, -1);
    });
    server.start();
    Path secret = Files.createTempFile("secret", ".css");
    try {
      Files.writeString(secret, "p { display: none }");
      String there = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
      byte[] pdf = PDF.render("<html><head><link rel='stylesheet' href='" + there + "'/>"
          + "<link rel='stylesheet' href='" + secret.toUri() + "'/>"
          + "<style>@import url('" + there + "'); @import url('" + secret.toUri() + "');"
          + "@font-face { font-family: x; src: url('" + there + "'); }"
          + "body { background: url('" + there + "') } p { font-family: x }</style></head>"
          + "<body><img src='" + there + "'/><img src='file:///etc/passwd'/><object data='" + there + "'></object>"
          + "<iframe src='" + there + "'></iframe><svg><image href='" + there + "'/></svg><p>ở lại</p></body></html>");
      assertThat(squeezed(PdfText.of(pdf))).isEqualTo("ởlại");
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
      Files.delete(secret);
    }
  }

  @Test
  void valuesAreEscapedAndReachNoJavaObject() {
    TemplateSource template = new TemplateSource("t.html",
        "{{owner.fullName}}|{{owner.fullName.class.name}}|{{owner.fullName.bytes}}|{{owner.size}}|"
            + "{{#a}}{{class}}{{/a}}",
        Map.of());
    assertThat(TEMPLATES.fill(template, Map.of("owner", Map.of("fullName", "<b>Lê & Lợi</b>"), "a", List.of("x"))))
        .isEqualTo("&lt;b&gt;Lê &amp; Lợi&lt;/b&gt;|……|……|……|……");
  }

  @Test
  void faultyTemplatesAreRefused() {
    assertThatThrownBy(() -> fill("{{{owner}}}", Map.of())).hasMessage("template-raw-value");
    assertThatThrownBy(() -> fill("{{& owner}}", Map.of())).hasMessage("template-raw-value");
    assertThatThrownBy(() -> fill("{{#a}}", Map.of())).hasMessage("template-broken");
    assertThatThrownBy(() -> fill("{{> gone}}", Map.of())).hasMessage("template-partial-missing");
    assertThatThrownBy(() -> fill("{{> a}}", Map.of("a", "{{>b}}", "b", "{{> a }}")))
        .hasMessage("template-partial-circle");
  }

  @Test
  @Timeout(30)
  void fewLinesDoNotBecomeGigabytes() {
    Map<String, String> partials = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      partials.put("p" + i, ("{{> p" + (i + 1) + "}}").repeat(10));
    }
    partials.put("p20", "x");
    assertThatThrownBy(() -> fill("{{> p0}}", partials)).hasMessage("template-too-large");
    Map<String, Object> rows = Map.of("rows", IntStream.range(0, 10).mapToObj(Integer::toString).toList());
    for (String inside : List.of("x", "")) {
      TemplateSource nested = new TemplateSource("t.html",
          "{{#rows}}".repeat(12) + inside + "{{/rows}}".repeat(12), Map.of());
      assertThatThrownBy(() -> TEMPLATES.fill(nested, rows)).hasMessage("template-too-large");
    }
  }

  @Test
  void unknownTagsAreNamed() {
    TemplateSource template = new TemplateSource("t.html", "{{a.b}} {{c}} {{d}} {{#e}}{{f}}{{/e}}", Map.of());
    Map<String, Object> model = new HashMap<>();
    model.put("a", Map.of());
    model.put("c", null);
    model.put("e", List.of(Map.of("f", 1), Map.of()));
    assertThat(TEMPLATES.unknownTags(template, model)).containsExactly("a.b", "d", "f");
  }

  @Test
  void pagesHaveTheSizeOfTheirKind() throws IOException {
    assertThat(size("receipt.html")).isEqualTo("148x210");
    assertThat(size("submission-letter.html")).isEqualTo("210x297");
    assertThat(size("beneficiary-list.html")).isEqualTo("297x210");
  }

  @Test
  void theReceiptFitsOnOnePage() throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF.render(
        TEMPLATES.fill(CommonTemplates.template("receipt.html"), CommonTemplates.model())))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void wordFilesAreVietnameseAndOfTheRightSize() throws Exception {
    String html = TEMPLATES.fill(CommonTemplates.template("submission-letter.html"), CommonTemplates.model());
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(WORD.render(html)))) {
      var page = word.getDocument().getBody().getSectPr().getPgSz();
      assertThat(page.getW().toString() + "x" + page.getH()).isEqualTo("11906x16838");
      assertThat(word.getStyle().getDocDefaults().getRPrDefault().toString()).contains("vi-VN", "Times New Roman");
      assertThat(word.getTables()).hasSize(3);
    }
  }

  @Test
  void aSignatureNeverStandsAloneOnAPage() {
    int tried = 0;
    for (int lines = 24; lines <= 34; lines++) {
      String page = fill("<html><head><style>{{> document-style}}</style></head><body>" + "<p>dòng</p>".repeat(lines)
          + "<p class='text'>Điều cuối</p>{{> official-foot}}</body></html>", CommonTemplates.partials());
      String second = squeezed(PdfText.ofPage(PDF.render(page), 2));
      if (second.contains("Nơinhận")) {
        tried++;
        assertThat(second).as("%d lines", lines).contains("Điềucuối");
      }
    }
    assertThat(tried).isPositive();
  }

  @Test
  void aSignatureBelowAListStaysWithTheLastRow() {
    int tried = 0;
    for (int rows = 1; rows <= 40; rows++) {
      String page = fill("<html><head><style>{{> document-style}}</style></head><body>" + "<p>dòng</p>".repeat(10)
          + "<table class='grid'><thead><tr><th>Tên</th></tr></thead>" + "<tr><td>một</td></tr>".repeat(rows - 1)
          + "<tr><td>Hàng cuối</td></tr></table><p>Tổng số</p>{{> official-foot}}</body></html>",
          CommonTemplates.partials());
      String second = squeezed(PdfText.ofPage(PDF.render(page), 2));
      if (second.contains("Nơinhận")) {
        tried++;
        assertThat(second).as("%d rows", rows).containsSubsequence("Tên", "Hàngcuối", "Tổngsố", "Nơinhận");
      }
    }
    assertThat(tried).isPositive();
  }

  @Test
  void aPartWithItsOwnHeadingIsNoFootOfTheTableAboveIt() {
    String page = fill("<html><head><style>{{> document-style}}</style></head><body>" + "<p>dòng</p>".repeat(20)
        + "<table class='grid'><tr><td>một</td></tr><tr><td>Hàng cuối</td></tr></table><p class='lead'>Phần hai</p>"
        + "<p class='text'>lời</p>".repeat(15) + "{{> official-foot}}</body></html>", CommonTemplates.partials());
    byte[] drawn = PDF.render(page);
    assertThat(squeezed(PdfText.ofPage(drawn, 1))).contains("Hàngcuối", "Phầnhai", "lời");
    assertThat(squeezed(PdfText.ofPage(drawn, 2))).contains("lời", "Nơinhận");
  }

  @Test
  void whatLeadsToATableStaysWithIt() {
    for (int lines = 30; lines <= 40; lines++) {
      String page = fill("<html><head><style>{{> document-style}}</style></head><body>" + "<p>dòng</p>".repeat(lines)
          + "<p class='text lead'>Gồm có</p><table class='grid'><tr><td>một</td></tr><tr><td>hai</td></tr></table>"
          + "</body></html>", CommonTemplates.partials());
      assertThat(squeezed(PdfText.ofPage(PDF.render(page), 1))).as("%d lines", lines).doesNotEndWith("Gồmcó");
    }
  }

  @Test
  void theMarkOfADraftStandsAsideInWordToo() throws IOException {
    byte[] word = WORD.render("<body><div class='draft-mark'>Dự thảo</div><p>lời</p></body>");
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
      assertThat(document.getParagraphs()).filteredOn(each -> each.getText().equals("Dự thảo")).singleElement()
          .satisfies(mark -> assertThat(mark.getAlignment()).isEqualTo(ParagraphAlignment.RIGHT));
    }
  }

  @Test
  void tablesThatFollowEachOtherStayTwoInWord() throws IOException {
    byte[] word = WORD.render("<body><p class='lead'>a</p><table class='grid'><tr><td>b</td></tr></table>"
        + "<table class='foot'><tr><td><div class='signed'>(đã ký)</div></td></tr></table></body>");
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
      assertThat(document.getBodyElements()).extracting(each -> each.getElementType().name())
          .containsExactly("PARAGRAPH", "TABLE", "PARAGRAPH", "TABLE");
      assertThat(document.getParagraphs().get(0).isKeepNext()).isTrue();
      var signed = document.getTables().get(1).getRow(0).getCell(0).getParagraphs().get(0);
      assertThat(signed.getSpacingBefore()).isPositive();
    }
  }

  @Test
  void theModelIsDocumented() {
    String page = CommonTemplates.read(Path.of("docs/document-model.md"));
    for (String name : CommonTemplates.names()) {
      String row = page.lines().filter(l -> l.startsWith("| `" + name + "` |")).findFirst().orElse("");
      Set<String> documented = new HashSet<>();
      Matcher keys = Pattern.compile("`([^`]+)`").matcher(row);
      while (keys.find()) {
        documented.add(keys.group(1));
      }
      documented.remove(name);
      assertThat(documented).as("keys of %s in docs/document-model.md", name).isEqualTo(tags(name));
    }
  }

  static Set<String> tags(String name) {
    Set<String> tags = new HashSet<>();
    collect(CommonTemplates.template(name).html(), tags);
    tags.removeIf(t -> t.startsWith("-") || t.equals("."));
    return tags;
  }

  private static void collect(String text, Set<String> tags) {
    Matcher tag = Pattern.compile("\\{\\{\\s*([#^/>]?)\\s*([^}]+?)\\s*}}").matcher(text);
    while (tag.find()) {
      if (tag.group(1).equals(">")) {
        collect(CommonTemplates.partials().get(tag.group(2)), tags);
      } else {
        tags.add(tag.group(2));
      }
    }
  }

  private static String size(String name) throws IOException {
    try (PDDocument document = Loader.loadPDF(
        PDF.render(TEMPLATES.fill(CommonTemplates.template(name), CommonTemplates.model())))) {
      var box = document.getPage(0).getMediaBox();
      return Math.round(box.getWidth() / 72 * 25.4) + "x" + Math.round(box.getHeight() / 72 * 25.4);
    }
  }

  private static String fill(String html, Map<String, String> partials) {
    return TEMPLATES.fill(new TemplateSource("t.html", html, partials), Map.of());
  }

  private static List<String> embeddedFonts(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Set<String> names = new HashSet<>();
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          var font = page.getResources().getFont(name);
          names.add(font.isEmbedded() ? font.getName() : "not embedded: " + font.getName());
        }
      }
      return List.copyOf(names);
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }

  /** For people to look at. */
  private static void keep(String name, byte[] pdf, byte[] word) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/documents"));
    Files.write(folder.resolve(name.replace(".html", ".pdf")), pdf);
    Files.write(folder.resolve(name.replace(".html", ".docx")), word);
  }
}
