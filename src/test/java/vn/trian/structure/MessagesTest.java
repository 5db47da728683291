package vn.trian.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No model waits for a message that nobody sends. */
class MessagesTest {

  private static final Pattern MESSAGE = Pattern.compile("<bpmn:message [^>]*\\bname=\"([^\"]+)\"");

  @Test
  @DisplayName("Mỗi tin nhắn mà sơ đồ chờ đều có chỗ gửi")
  void everyMessageIsSent() {
    Collection<String> code = Sources.texts("src/main/java/vn/trian/workflow", ".java").values();
    List<String> dead = new ArrayList<>();
    List<String> waitedFor = new ArrayList<>();
    Sources.texts("bpmn", ".bpmn").forEach((path, model) -> MESSAGE.matcher(model).results()
        .map(found -> found.group(1)).forEach(message -> {
          waitedFor.add(message);
          if (code.stream().noneMatch(text -> text.contains('"' + message + '"'))) {
            dead.add(path + " waits for " + message);
          }
        }));
    assertThat(waitedFor).isNotEmpty();
    assertThat(dead).isEmpty();
  }
}
