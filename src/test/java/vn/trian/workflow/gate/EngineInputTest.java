package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.trian.workflow.gate.Visitor.Answer;

/** What the engine's REST would call a fault of its own. */
@OverHttp
class EngineInputTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/";

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"giamsat.so|task|''", "giamsat.so|task|null", "giamsat.so|job|''",
      "giamsat.so|process-instance|[]", "giamsat.so|task|{\"nameLike\":\"a\\u0000\"}",
      "giamsat.so|task|{\"processVariables\":[null]}", "giamsat.so|external-task|{\"processInstanceIdIn\":[null]}",
      "giamsat.so|task|{\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":{\"a\":1}}]}",
      "admin|user/create|''", "admin|user/create|{}", "admin|group/create|{}", "admin|authorization/create|{}",
      "canbo.dongkinh|identity/password-policy|{}", "canbo.dongkinh|identity/password-policy|''"})
  @DisplayName("Thiếu nội dung hoặc nội dung không dùng được cho máy quy trình: 400 bằng tiếng Việt")
  void whatTheEngineWouldStumbleOver(String who, String path, String body) {
    Answer answer = Visitor.loggedIn(port, who).send("POST", ENGINE + path, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains("Tải lại trang");
  }

  @Test
  @DisplayName("Lỗi của máy quy trình: không nói tên lớp")
  void faultsOfTheEngineTellNothing() {
    Answer answer = Visitor.loggedIn(port, "giamsat.so").send("POST", ENGINE + "task",
        "{\"processVariables\":[{\"operator\":\"eq\",\"value\":1}]}");
    assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body()).contains("urn:trian:").doesNotContain("Exception");
  }
}
