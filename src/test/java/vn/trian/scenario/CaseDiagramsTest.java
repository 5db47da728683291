package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.shared.DomainException;
import vn.trian.workflow.CaseDiagrams;
import vn.trian.workflow.CaseDiagrams.Diagram;
import vn.trian.workflow.CaseDiagrams.State;
import vn.trian.workflow.CaseDiagrams.Visit;
import vn.trian.workflow.CaseDiagrams.VisitState;

@OnStage
@DisplayName("Sơ đồ của hồ sơ: đang ở đâu, đã đi đường nào")
class CaseDiagramsTest extends SharedModels {

  @Autowired private CaseDiagrams diagrams;

  @Test
  @DisplayName("Sơ đồ của thủ tục trước, rồi các quy trình con đang chạy từ ngoài vào trong")
  void whichDiagrams() {
    String code = accepted();
    on(3, 12);
    prepare(code, CONFIRM, "SUPPLEMENT");
    assertThat(diagrams.of(code)).extracting(Diagram::name)
        .containsExactly("Thử các quy trình chung", "Giải quyết ở một cấp", "Yêu cầu bổ sung hồ sơ");
    assertThat(diagrams.of(code)).extracting(Diagram::own).containsExactly(true, false, false);
    brings(code, CONFIRM + "/receiveSupplement", "SUPPLEMENTED");
    assertThat(diagrams.of(code)).extracting(Diagram::name).as("what is over is not told")
        .containsExactly("Thử các quy trình chung", "Giải quyết ở một cấp");
    assertThatThrownBy(() -> diagrams.state(code, "decideRequest")).isInstanceOf(DomainException.class)
        .hasMessage("diagram-unknown");
  }

  @Test
  @DisplayName("Chuyển lại rồi làm lại: chỗ đang làm không còn là đã xong; chỉ những đường đã đi mới được tô")
  void backAndForth() {
    String code = accepted();
    State first = diagrams.state(code, "levelStep");
    assertThat(first.active()).containsExactly("prepare");
    assertThat(first.done()).contains("openStep", "from_joinPrepare_to_prepare")
        .doesNotContain("prepare", "sign", "from_joinSendBack_to_joinPrepare", "handleAtLevel");

    prepare(code, CONFIRM, "APPROVE");
    State second = diagrams.state(code, "levelStep");
    assertThat(second.active()).containsExactly("sign");
    assertThat(second.done()).contains("prepare", "from_joinSign_to_sign")
        .doesNotContain("from_joinSendBack_to_joinPrepare", "from_needsSignature_to_handledWithoutSignature");

    sendBack(code, CONFIRM + "/sign");
    State third = diagrams.state(code, "levelStep");
    assertThat(third.active()).containsExactly("prepare");
    assertThat(third.done()).contains("sign", "from_joinSendBack_to_joinPrepare").doesNotContain("prepare");
    assertThat(diagrams.state(code, KEY).active()).containsExactly(CONFIRM);
  }

  @Test
  @DisplayName("Đã qua thẩm tra thì đường tắt không qua thẩm tra không được tô")
  void onlyTheWayTaken() {
    String code = atDepartment();
    prepare(code, DECIDE, "APPROVE");
    check(code, DECIDE);
    State state = diagrams.state(code, "levelStep");
    assertThat(state.active()).containsExactly("sign");
    assertThat(state.done()).contains("check", "hasSecondCheck", "from_joinSign_to_sign")
        .doesNotContain("from_hasSecondCheck_to_joinSign");
  }

  @Test
  @DisplayName("Rút hồ sơ: việc đang dở là bị hủy, không phải đã xong")
  void withdrawn() {
    String code = accepted();
    prepare(code, CONFIRM, "APPROVE");
    stage.withdraw(code, "dongkinh", "Thôi.");
    State step = diagrams.state(code, "levelStep");
    assertThat(step.active()).isEmpty();
    assertThat(step.done()).contains("prepare").doesNotContain("sign");
    assertThat(diagrams.state(code, KEY).done()).doesNotContain(CONFIRM);
    assertThat(diagrams.of(code)).first().satisfies(own -> assertThat(own.visits()).filteredOn(visit ->
        visit.name().equals("Xác nhận")).extracting(Visit::state).containsExactly(VisitState.CANCELED));
  }
}
