package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.LedgerKind;

/** Ways through the called process {@code receiveFile}: a dossier at the one-stop desk. */
@OnStage
class ReceiveFileTest extends SharedModels {

  private static final String PROCESS = "receiveFile";
  private static final String PLACE = "receiveFile/receiveSupplement";

  @Test
  void acceptedWithAReceiptThatNamesTheDay() {
    String code = accepted();

    assertThat(passed(code, PROCESS)).containsExactly("fileHandedIn", "deskResult", "joinAccept",
        "drawUpReceipt", "accepted");
    assertThat(issued(code)).containsExactly("receipt");
    assertThat(file(code).dueOn()).as("18/03 + 12 days is a Saturday").isEqualTo(day(4, 1));
    assertThat(receiptModel(code)).contains("ngày 01 tháng 04 năm 2024");
    assertThat(ledgerKinds(code)).containsExactly(LedgerKind.PLANNED, LedgerKind.PLANNED, LedgerKind.STEP_OPENED);
    assertThat(logged(code)).containsExactly("RECEIVE");
  }

  @Test
  void completedLaterTheReceiptNamesTheDayFromThen() {
    String code = received("SUPPLEMENT", ticked("request"));
    assertThat(passed(code, PROCESS)).endsWith("deskResult", "requestSupplement");
    assertThat(state(code)).isEqualTo(CaseState.SUPPLEMENT_REQUESTED);
    assertThat(issued(code)).containsExactly("supplementRequest");
    assertThat(file(code).dueOn()).as("nothing is promised yet").isNull();

    on(3, 13);
    brings(code, PLACE, "SUPPLEMENTED");

    assertThat(passed(code, PROCESS)).endsWith("supplementResult", "joinAccept", "drawUpReceipt", "accepted");
    assertThat(issued(code)).containsExactly("supplementRequest", "receipt");
    assertThat(file(code).receivedOn()).isEqualTo(day(3, 13));
    assertThat(file(code).dueOn()).as("20/03 + 12 days").isEqualTo(day(4, 1));
    assertThat(receiptModel(code)).contains("ngày 01 tháng 04 năm 2024");
    assertThat(ledgerKinds(code)).contains(LedgerKind.PLANNED);
    assertThat(state(code)).isEqualTo(CaseState.AT_COMMUNE);
    assertThat(item(code).dueOn()).isEqualTo(day(3, 20));
  }

  @Test
  void withdrawnBeforeItWasComplete() {
    String code = received("SUPPLEMENT", ticked("request"));
    brings(code, PLACE, "WITHDRAW");

    assertThat(passed(code, PROCESS)).endsWith("requestSupplement", "supplementResult", "withdrawn");
    assertThat(passed(code, KEY)).endsWith("isReceived", "endedAtDesk");
    assertThat(issued(code)).containsExactly("supplementRequest", "stopNotice");
    assertOver(code, CaseState.WITHDRAWN);
  }

  @Test
  void refusedAtTheDesk() {
    String code = received("REFUSE", List.of());

    assertThat(passed(code, PROCESS)).endsWith("deskResult", "drawUpRefusal", "markReceiptRefused", "receiptRefused");
    assertThat(issued(code)).containsExactly("refusalToReceive");
    assertThat(ledger(code)).as("no limit ever ran").isEmpty();
    assertOver(code, CaseState.RECEIPT_REFUSED);
  }

  private String receiptModel(String code) {
    return database.queryForObject("select model from trian.document where case_code = ? and kind = 'receipt'",
        String.class, code);
  }
}
