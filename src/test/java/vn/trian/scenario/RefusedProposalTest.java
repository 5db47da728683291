package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.procedure.Procedures;
import vn.trian.workflow.Act;
import vn.trian.workflow.rehearsal.Scenario;

/** What the second pair of eyes sees of a proposal. */
@OnStage
class RefusedProposalTest extends SharedModels {

  private static final String KEY = "burialSupport";

  @Autowired private ScenarioPlayer player;
  @Autowired private Procedures procedures;

  @Test
  @DisplayName("Người thẩm tra thấy số tiền được đề xuất; đề xuất từ chối thì không có số tiền nào")
  void aRefusalComesToNoSum() throws Exception {
    Scenario whole = Folders.scenario(procedures.active(KEY).files(), "burialAndOneOff");
    String code = player.playUntil(KEY, whole, "decideFile/check");
    assertThat(calculation(code).path("totals").path(0).path("amount").asText()).isEqualTo("30.843.000 đ");

    sendBack(code, "decideFile/check");
    stage.act(code, "decideFile/prepare",
        new Act("REJECT", "DATA_MISMATCH", "Không khớp hồ sơ gốc.", null, null, Map.of(), null, false));
    assertThat(calculation(code).isNull()).isTrue();
  }

  private JsonNode calculation(String code) throws Exception {
    Task task = stage.task(code, "decideFile/check");
    String frame = fetched("/api/tasks/" + task.getId() + "/frame", stage.whoFor(task).login());
    return new ObjectMapper().readTree(frame).get("calculation");
  }
}
