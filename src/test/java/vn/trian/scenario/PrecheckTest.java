package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.security.Actor;
import vn.trian.shared.FieldProblem;
import vn.trian.workflow.Act;
import vn.trian.workflow.Precheck;

@OnStage
class PrecheckTest extends SharedModels {

  @Autowired private Precheck precheck;

  @Test
  @DisplayName("Nói một lần mọi điều chưa ổn: ô trống, câu trả lời trái nhau, giấy tờ thiếu")
  void everythingIsToldAtOnce() {
    Map<String, Object> typed = Map.of("benefitsRequested", List.of("BURIAL"),
        "deceased", Map.of("dateOfBirth", "1949", "dateOfDeath", "1948-02-20"),
        "deskCheck", Map.of("deathPaperCertified", "NO"));
    Actor desk = stage.deskOfficer("dongkinh");
    Act accept = new Act("ACCEPT", null, null, null, null, typed, List.of(), false);

    List<FieldProblem> problems =
        stage.as(desk, () -> precheck.dossier("burialSupport", accept, desk));

    assertThat(problems).extracting(FieldProblem::field).contains("applicant.fullName", "deceased.dateOfDeath",
        "deskCheck.deathPaperCertified", "papers.form12");
  }

  @Test
  @DisplayName("Ô trống của một việc được nói ngay khi đồng ý; từ chối thì không cần điền")
  void gapsOfATaskToo() {
    String code = accepted();
    Actor officer = stage.officer("canbo.dongkinh");

    assertThat(problems(code, "APPROVE", officer)).containsExactly("opinion");
    assertThat(problems(code, "REJECT", officer)).isEmpty();
  }

  private List<String> problems(String code, String outcome, Actor officer) {
    return stage.as(officer, () -> precheck.task(item(code).taskId(), simple(outcome, null), officer)).stream()
        .map(FieldProblem::field).toList();
  }
}
