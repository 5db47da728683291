package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.LedgerKind;
import vn.trian.document.DocumentView;
import vn.trian.workflow.Act;

/** The called processes {@code issueDocument} and {@code deliverResult}, and a plain user task between them. */
@OnStage
class IssueAndDeliverTest extends SharedModels {

  @Test
  void numberedByTheClerkHandedOverByTheDesk() {
    String code = atDepartment();
    prepare(code, DECIDE, "APPROVE");
    check(code, DECIDE);
    sign(code, DECIDE);
    assertThat(places(code)).containsExactly("issueDecision/stampDocument");
    assertThat(item(code).groups()).containsExactly("DEPT_CLERK-so");
    assertThat(item(code).officeId()).isEqualTo("so");

    on(3, 14);
    stamps(code, "issueDecision/stampDocument");

    assertThat(passed(code, "issueDocument")).containsExactly("documentSigned", "stampDocument", "issueDocuments",
        "markIssued", "issued");
    assertThat(state(code)).isEqualTo(CaseState.ISSUED);
    DocumentView decision = documents.issued(code, "sampleDecision").orElseThrow();
    assertThat(decision.symbol()).isEqualTo("01/QĐ-SLĐTBXH");
    assertThat(decision.issuedOn()).isEqualTo(day(3, 14));
    assertThat(decision.signerLogin()).isEqualTo("giamdoc.so");
    assertThat(lastLine(code).kind()).as("the result is there, the clock has done its work")
        .isEqualTo(LedgerKind.DECIDED);

    assertThat(places(code)).as("a plain user task of the procedure's own").containsExactly("fileResult");
    assertThat(item(code).groups()).containsExactly("DEPT_OFFICER-so");
    stage.act(code, "fileResult", new Act("ANSWERED", null, null, null, null, null, null, false));

    assertThat(places(code)).containsExactly("deliverResult/handOverResult");
    assertThat(item(code).groups()).as("the desk that took the file in")
        .containsExactly("ONE_STOP_OFFICER-dongkinh");
    delivers(code, "deliverResult/handOverResult");

    assertThat(passed(code, "deliverResult")).containsExactly("resultReady", "handOverResult", "markDelivered",
        "delivered");
    assertOver(code, CaseState.DELIVERED);
    assertThat(passed(code, KEY)).endsWith("resultDelivered");
  }

  @Test
  void refusalIsIssuedAtTheLevelThatRefused() {
    String code = accepted();
    prepare(code, CONFIRM, "REJECT");
    sign(code, CONFIRM);
    assertThat(item(code).groups()).containsExactly("COMMUNE_CLERK-dongkinh");
    stamps(code, "issueRefusal/stampDocument");
    assertThat(documents.issued(code, "refusalLetterCommune").orElseThrow().symbol()).isEqualTo("01/TB-UBND");
    delivers(code, "deliverRefusal/handOverResult");

    assertOver(code, CaseState.DELIVERED);
    assertThat(file(code).result()).isEqualTo("REJECTED");
  }
}
