package vn.trian.modeladmin.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trian.modeladmin.edit.YamlText.Item;
import vn.trian.shared.DomainException;

@DisplayName("Sửa một giá trị trong tệp, phần còn lại giữ nguyên từng chữ")
class YamlTextTest {

  private static final String LIMITS = """
      # head
      steps:
        one: # the first
          limits: # by date
            # of the law
            - amount: 7     # seven
              unit: WORKING_DAY
              legalBasis: "NĐ 131, Điều 28"

            # newer first
            - {amount: 5, unit: 'CALENDAR_DAY'}
          name: {vi: "Một, hai", en: One}
        two:
          note: >-
            folded
            text
          level: COMMUNE # last
      """;

  private final YamlText limits = YamlText.of("procedure.yaml", LIMITS);

  static Stream<Path> described() throws IOException {
    return Files.walk(Path.of("bpmn"))
        .filter(each -> each.getFileName().toString().matches("procedure.yaml|common.yaml"));
  }

  static Stream<Path> forms() throws IOException {
    return Files.walk(Path.of("bpmn")).filter(each -> each.toString().endsWith(".form"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Places of all values. */
  private static void places(JsonNode node, String path, List<String> found) {
    node.fields().forEachRemaining(each ->
        places(each.getValue(), path.isEmpty() ? each.getKey() : path + "." + each.getKey(), found));
    IntStream.range(0, node.isArray() ? node.size() : 0).forEach(i -> places(node.get(i), path + "[" + i + "]", found));
    if (node.isValueNode() && !node.isNull()) {
      found.add(path);
    }
  }

  private static List<Integer> changedLines(String before, String after) {
    List<String> one = before.lines().toList();
    List<String> other = after.lines().toList();
    assertThat(other).hasSameSizeAs(one);
    return IntStream.range(0, one.size()).filter(i -> !one.get(i).equals(other.get(i))).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource({"described", "forms"})
  @DisplayName("Mọi giá trị của mọi tệp đi kèm: sửa một giá trị thì đúng một dòng khác")
  void oneValueIsOneLine(Path file) {
    String text = read(file);
    YamlText whole = YamlText.of(file.getFileName().toString(), text);
    List<String> all = new ArrayList<>();
    places(whole.at(""), "", all);
    assertThat(all).hasSizeGreaterThan(20);
    // every value of a short file, a part of those of a long one
    int step = 1 + all.size() / 150;
    for (int i = 0; i < all.size(); i += step) {
      JsonNode old = whole.at(all.get(i));
      YamlText changed = whole.set(all.get(i), old.isInt() ? (Object) 4711 : "Chữ: mới, \"thử\" # 1", List.of());
      if (changed.text().lines().count() == text.lines().count()) {
        assertThat(changedLines(text, changed.text())).as(all.get(i)).hasSize(1);
      } else {
        String key = all.get(i).replaceAll(".*\\.|\\[\\d+]", "");
        assertThat(text).as("a text over several lines is written on one").containsPattern("\\b" + key + ": *[>|\n]");
      }
      if (!old.asText().isEmpty()) {
        assertThat(changed.set(all.get(i), plain(old), List.of()).at("")).isEqualTo(whole.at(""));
      }
    }
  }

  private static Object plain(JsonNode node) {
    return node.isInt() ? (Object) node.asInt() : node.isBoolean() ? (Object) node.asBoolean() : node.asText();
  }

  @Test
  @DisplayName("Dấu ngoặc kép, ngoặc đơn và chữ trần giữ nguyên kiểu; chú thích ở cùng dòng còn nguyên")
  void quotesAndCommentsStay() {
    assertThat(limits.set("steps.one.limits[0].amount", 5, List.of()).text()).isEqualTo(LIMITS.replace("7  ", "5  "));
    assertThat(limits.set("steps.one.limits[1].unit", "it's", List.of()).text()).contains("unit: 'it''s'}");
    assertThat(limits.set("steps.one.limits[0].legalBasis", "a \"b\"", List.of()).text())
        .contains("legalBasis: \"a \\\"b\\\"\"\n\n");
    assertThat(limits.set("steps.one.name.en", "One", List.of())).isSameAs(limits);
    assertThat(limits.set("steps.one.name.en", "1.0", List.of()).text()).contains("en: \"1.0\"}");
    assertThat(limits.set("steps.two.note", "short", List.of()).text())
        .contains("note: \"short\"\n    level: COMMUNE # last");
  }

  @Test
  @DisplayName("Thêm và bỏ khóa: đúng chỗ, đúng kiểu")
  void keysComeAndGo() {
    List<String> order = List.of("amount", "unit", "validFrom", "validTo", "legalBasis", "note", "vi", "en");
    assertThat(limits.set("steps.one.limits[0].validFrom", "2026-01-01", order).text())
        .contains("unit: WORKING_DAY\n        validFrom: 2026-01-01\n        legalBasis");
    assertThat(limits.set("steps.one.limits[1].validTo", "2026-01-01", order).text())
        .contains("- {amount: 5, unit: 'CALENDAR_DAY', validTo: 2026-01-01}");
    YamlText noted = limits.set("steps.one.limits[0].note.vi", "Ghi, chú", order);
    assertThat(noted.text()).contains("Điều 28\"\n        note: {vi: \"Ghi, chú\"}\n\n      # newer first");
    assertThat(noted.set("steps.one.limits[0].note.en", "Note", order).text()).contains("{vi: \"Ghi, chú\", en: Note}");
    assertThat(noted.set("steps.one.limits[0].note.vi", null, order).text()).isEqualTo(LIMITS);
    assertThat(limits.set("steps.one.name.en", null, order).text()).contains("name: {vi: \"Một, hai\"}");
    assertThat(limits.set("steps.two.level", "", order).text()).doesNotContain("level").endsWith("text\n");
  }

  @Test
  @DisplayName("Dòng của danh sách: thêm, bỏ, đổi thứ tự, chú thích đi theo dòng của nó")
  void itemsComeAndGo() {
    Map<String, Object> fresh = new LinkedHashMap<>();
    fresh.put("amount", 3);
    fresh.put("unit", "WORKING_DAY");
    YamlText more = limits.list("steps.one.limits", List.of(new Item(0, Map.of()), new Item(-1, fresh),
        new Item(1, Map.of("amount", 6))), List.of());
    assertThat(more.text()).isEqualTo(LIMITS.replace("28\"\n", "28\"\n      - amount: 3\n        unit: WORKING_DAY\n")
        .replace("amount: 5", "amount: 6"));
    assertThat(limits.list("steps.one.limits", List.of(new Item(1, Map.of()), new Item(0, Map.of())), List.of()).text())
        .contains("# by date\n      # of the law\n".replace("      # of the law\n", ""))
        .contains("- {amount: 5, unit: 'CALENDAR_DAY'}\n");
    assertThat(limits.list("steps.one.limits", List.of(new Item(1, Map.of())), List.of()).text())
        .doesNotContain("seven").contains("# newer first\n      - {amount: 5");
    YamlText none = limits.list("steps.one.limits", List.of(), List.of());
    assertThat(none.at("steps.one.limits").isMissingNode()).isTrue();
    assertThat(none.list("steps.two.limits", List.of(new Item(-1, fresh)), List.of()).text())
        .endsWith("level: COMMUNE # last\n    limits:\n      - amount: 3\n        unit: WORKING_DAY\n");
  }

  @ParameterizedTest
  @MethodSource("described")
  @DisplayName("Mọi danh sách của mọi tệp đi kèm: đổi thứ tự rồi trả lại thì từng chữ như cũ")
  void turnedTwiceIsTheSame(Path file) {
    String text = read(file);
    YamlText whole = YamlText.of("procedure.yaml", text);
    for (String path : List.of("papers", "refusalReasons")) {
      int size = whole.at(path).size();
      List<Item> turned = IntStream.range(0, size).mapToObj(i -> new Item(size - 1 - i, Map.of())).toList();
      YamlText other = whole.list(path, turned, List.of());
      assertThat(other.at(path).size()).isEqualTo(size);
      assertThat(size < 2 || !other.text().equals(text)).isTrue();
      assertThat(other.text().lines().sorted().toList()).isEqualTo(text.lines().sorted().toList());
      assertThat(other.list(path, turned, List.of()).at("")).isEqualTo(whole.at(""));
    }
  }

  @Test
  @DisplayName("Biểu mẫu JSON: khóa mới xuống dòng như Camunda Modeler lưu")
  void formsAsTheModelerSavesThem() {
    String form = "{\n  \"components\": [\n    {\n      \"label\": \"Một 😀\",\n      \"key\": \"a\"\n    }\n  ]\n}\n";
    YamlText read = YamlText.of("a.form", form);
    assertThat(read.set("components[0].label", "Hai \"x\"", List.of()).text())
        .isEqualTo(form.replace("Một 😀", "Hai \\\"x\\\""));
    assertThat(read.set("components[0].properties.en", "Two", List.of()).text()).isEqualTo(form.replace("\"a\"\n",
        "\"a\",\n      \"properties\": {\n        \"en\": \"Two\"\n      }\n"));
  }

  @Test
  @DisplayName("Dòng kiểu Windows và tệp không có dấu xuống dòng cuối")
  void lineEnds() {
    YamlText windows = YamlText.of("procedure.yaml", LIMITS.replace("\n", "\r\n"));
    assertThat(windows.set("steps.one.limits[0].validFrom", "2026-01-01", List.of()).text().replace("\r\n", ""))
        .doesNotContain("\n").doesNotContain("\r");
    assertThat(YamlText.of("procedure.yaml", "a: 1\nb: 2").set("c", 3, List.of()).text()).isEqualTo("a: 1\nb: 2\nc: 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"- [", "plain", "", "a: 1\na: ["})
  @DisplayName("Tệp không đọc được: lời từ chối, không có lỗi lạ")
  void unreadable(String text) {
    assertThatThrownBy(() -> YamlText.of("procedure.yaml", text)).isInstanceOf(DomainException.class)
        .hasMessage("edits-unreadable");
  }
}
