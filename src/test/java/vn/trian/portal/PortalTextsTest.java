package vn.trian.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Every word of a page stands in the message files. */
class PortalTextsTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Pattern KEY =
      Pattern.compile("#\\{([a-zA-Z0-9_.]+)[}(]|#messages\\.msg\\('([a-zA-Z0-9_.]+)'\\)");
  /** Names of file formats, the same in every language. */
  private static final List<String> NAMES = List.of("PDF", "Word", "Excel");

  @Test
  void templatesNameOnlyKeysThatExist() throws IOException {
    Properties known = texts();
    for (Path template : templates()) {
      Matcher named = KEY.matcher(Files.readString(template));
      while (named.find()) {
        assertThat(known).as(template.toString()).containsKey(named.group(1) == null ? named.group(2) : named.group(1));
      }
    }
  }

  @Test
  void templatesCarryNoWordsOfTheirOwn() throws IOException {
    for (Path template : templates()) {
      List<String> words = new ArrayList<>();
      Jsoup.parse(Files.readString(template), "", Parser.xmlParser()).nodeStream(TextNode.class)
          .map(node -> node.text().strip())
          .filter(text -> text.chars().anyMatch(Character::isLetter) && !NAMES.contains(text)).forEach(words::add);
      assertThat(words).as(template.toString()).isEmpty();
    }
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  private static Properties texts() throws IOException {
    Properties texts = new Properties();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(MESSAGES, "*_vi.properties")) {
      for (Path file : files) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          texts.load(reader);
        }
      }
    }
    return texts;
  }
}
