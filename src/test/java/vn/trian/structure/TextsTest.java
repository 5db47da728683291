package vn.trian.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people read is there in every language, and says the same things. */
class TextsTest {

  private static final String MESSAGES = "src/main/resources/messages";
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");
  private static final Pattern REFUSAL =
      Pattern.compile("(?:new DomainException|super)\\(\\s*(?:DomainException\\.)?Kind\\.\\w+,\\s*\"([a-z0-9-]+)\"");
  private static final Pattern SCRIPT_WITH_TEXT =
      Pattern.compile("<script(?![^>]*\\b(?:src|th:src)=)[^>]*>|<script[^>]*>\\s*[^<\\s]", Pattern.CASE_INSENSITIVE);
  private static final Pattern HANDLER =
      Pattern.compile("<[^>]*\\s(?:th:)?on[a-z]+\\s*=|javascript:|th:inline=\"javascript\"", Pattern.CASE_INSENSITIVE);

  @Test
  @DisplayName("Mỗi câu có đủ tiếng Việt và tiếng Anh, cùng tham số")
  void everySentenceIsThereInBothLanguages() throws IOException {
    Map<String, Properties> vi = messages("_vi.properties");
    Map<String, Properties> en = messages("_en.properties");
    assertThat(en.keySet()).isEqualTo(vi.keySet());
    for (String module : vi.keySet()) {
      assertThat(en.get(module).stringPropertyNames()).as(module).isEqualTo(vi.get(module).stringPropertyNames());
      for (String key : vi.get(module).stringPropertyNames()) {
        assertThat(arguments(en.get(module).getProperty(key))).as(module + " " + key)
            .isEqualTo(arguments(vi.get(module).getProperty(key)));
        assertThat(vi.get(module).getProperty(key)).as(module + " " + key).isNotBlank();
        new MessageFormat(vi.get(module).getProperty(key));
      }
    }
  }

  @Test
  @DisplayName("Không câu nào được viết hai lần dưới cùng một mã")
  void everySentenceStandsOnce() {
    List<String> twice = new ArrayList<>();
    Sources.texts(MESSAGES, ".properties").forEach((path, text) -> {
      Set<String> seen = new TreeSet<>();
      text.lines().filter(line -> line.contains("=") && !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf('='))).filter(key -> !seen.add(key))
          .forEach(key -> twice.add(path + ": " + key));
    });
    assertThat(twice).isEmpty();
  }

  @Test
  @DisplayName("Mỗi lời từ chối trong mã nguồn đều có câu giải thích")
  void everyRefusalHasItsSentence() throws IOException {
    Set<String> known = messages("_vi.properties").values().stream()
        .flatMap(each -> each.stringPropertyNames().stream()).collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    Sources.texts("src/main/java", ".java").forEach((path, text) -> REFUSAL.matcher(text).results()
        .map(found -> found.group(1)).filter(code -> !known.contains(code))
        .forEach(code -> missing.add(path + ": " + code)));
    assertThat(missing).isEmpty();
  }

  @Test
  @DisplayName("Mỗi lời chỉ dẫn dưới ô nhập có bản tiếng Anh")
  void everyHintOfAFormIsThereInEnglish() throws IOException {
    List<String> missing = new ArrayList<>();
    int hints = 0;
    for (Map.Entry<String, String> form : Sources.texts("bpmn", ".form").entrySet()) {
      for (JsonNode field : new ObjectMapper().readTree(form.getValue()).findParents("description")) {
        hints++;
        if (field.at("/properties/enHint").asText().isBlank()) {
          missing.add(form.getKey() + ": " + field.path("key").asText());
        }
      }
    }
    assertThat(hints).isPositive();
    assertThat(missing).isEmpty();
  }

  @Test
  @DisplayName("Câu báo lỗi riêng của ô có tiếng Anh")
  void everySentenceAboutAPatternIsThereInEnglish() throws IOException {
    List<String> missing = new ArrayList<>();
    int sentences = 0;
    for (Map.Entry<String, String> form : Sources.texts("bpmn", ".form").entrySet()) {
      for (JsonNode field : new ObjectMapper().readTree(form.getValue()).findParents("validate")) {
        if (field.at("/validate/patternErrorMessage").isTextual()) {
          sentences++;
          if (field.at("/properties/enPattern").asText().isBlank()) {
            missing.add(form.getKey() + ": " + field.path("key").asText());
          }
        }
      }
    }
    assertThat(sentences).isPositive();
    assertThat(missing).isEmpty();
  }

  @Test
  @DisplayName("Trang web không có mã lệnh viết thẳng trong trang")
  void templatesCarryNoScriptOfTheirOwn() {
    List<String> found = new ArrayList<>();
    Sources.texts("src/main/resources/templates", ".html").forEach((path, text) -> {
      if (SCRIPT_WITH_TEXT.matcher(text).find() || HANDLER.matcher(text).find()) {
        found.add(path);
      }
    });
    Sources.texts("bpmn", ".html").forEach((path, text) -> {
      if (text.toLowerCase(Locale.ROOT).contains("<script") || HANDLER.matcher(text).find()) {
        found.add(path);
      }
    });
    assertThat(found).isEmpty();
    // the search itself finds what it looks for
    assertThat(SCRIPT_WITH_TEXT.matcher("<script>alert(1)</script>").find()).isTrue();
    assertThat(SCRIPT_WITH_TEXT.matcher("<script src=\"/a.js\">alert(1)</script>").find()).isTrue();
    assertThat(SCRIPT_WITH_TEXT.matcher("<script type=\"module\" src=\"/assets/app.js\"></script>").find()).isFalse();
    assertThat(HANDLER.matcher("<a onclick='x()'>").find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  @DisplayName("Bản dịch của các ứng dụng Camunda có đúng các khóa của bản gốc")
  void translationsOfTheEnginesApplicationsAreComplete(String app) throws IOException {
    String path = "META-INF/resources/webjars/camunda/app/" + app + "/locales/";
    try (var in = getClass().getClassLoader().getResourceAsStream(path + "en.json")) {
      assertThat(in).as("original of " + app).isNotNull();
      Map<String, String> original = texts(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, String> translated = texts(Files.readString(Path.of("src/main/resources", path, "vi.json")));
      assertThat(original).hasSizeGreaterThan(100);
      assertThat(translated.keySet()).isEqualTo(original.keySet());
    }
  }

  /** Texts by their path; names of days and months are a language's own affair. */
  private static Map<String, String> texts(String json) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    JsonNode labels = new ObjectMapper().readTree(json.replace("\uFEFF", "")).path("labels");
    labels.fields().forEachRemaining(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }

  private static Map<String, Properties> messages(String ending) throws IOException {
    Map<String, Properties> modules = new TreeMap<>();
    for (var file : Sources.texts(MESSAGES, ending).entrySet()) {
      Properties properties = new Properties();
      properties.load(new StringReader(file.getValue()));
      String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
      modules.put(name.substring(0, name.length() - ending.length()), properties);
    }
    return modules;
  }

  private static Set<String> arguments(String sentence) {
    return ARGUMENT.matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toCollection(
        TreeSet::new));
  }
}
