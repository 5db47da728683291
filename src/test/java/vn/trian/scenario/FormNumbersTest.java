package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.document.Documents;
import vn.trian.document.PdfText;
import vn.trian.security.Actor;
import vn.trian.workflow.Desk;
import vn.trian.workflow.NewPromise;

/** One-stop forms bear the number of their day: TT 01/2018/TT-VPCP, from 01/07/2025 TT 03/2025/TT-VPCP. */
@OnStage
class FormNumbersTest extends SharedModels {

  @Autowired private Desk desk;
  @Autowired private Documents content;

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}, dừng {4}, kiểm soát {5}, từ chối {6}")
  @DisplayName("Số hiệu mẫu theo ngày lập (organization.md 2)")
  @CsvSource(nullValues = "-", value = {
      "2024-03-11T09:00, Mẫu 01, Mẫu 02, Mẫu 04, -, Mẫu 05, Mẫu 03",
      "2025-06-30T09:00, Mẫu 01, Mẫu 02, Mẫu 04, -, Mẫu 05, Mẫu 03",
      "2025-07-01T09:00, Mẫu 01, Mẫu 02, Mẫu 04, Mẫu 05, Mẫu 06, Mẫu 03"})
  void everyOneStopFormBearsTheNumberOfItsDay(LocalDateTime when, String receipt, String supplement, String apology,
      String stopNotice, String controlSlip, String refusal) {
    clock.moveTo(when);
    String code = accepted();
    Actor chair = stage.officer("chutich.dongkinh");
    stage.as(chair, () -> desk.extend(code, new NewPromise(file(code).dueOn().plusWeeks(1), "MANY_FILES", null),
        UUID.randomUUID().toString(), chair));
    prepare(code, CONFIRM, "SUPPLEMENT");
    String slip = PdfText.of(documents.preview(file(code), "controlSlip", chair));
    stage.withdraw(code, "dongkinh", "Thôi.");
    String refused = received("REFUSE", List.of());

    assertPrinted(code, "receipt", receipt);
    assertPrinted(code, "supplementRequest", supplement);
    assertPrinted(code, "apology", apology);
    assertPrinted(code, "stopNotice", stopNotice);
    assertPrinted(refused, "refusalToReceive", refusal);
    assertThat(formNumberIn(slip)).isEqualTo(controlSlip);
  }

  private void assertPrinted(String code, String kind, String number) {
    var document = documents.issued(code, kind).orElseThrow();
    assertThat(document.formNumber()).as(kind).isEqualTo(number);
    assertThat(formNumberIn(PdfText.of(content.openPdf(document.id()).bytes()))).as("printed on " + kind)
        .isEqualTo(number);
  }

  private static String formNumberIn(String text) {
    return text.lines().map(String::strip).filter(line -> line.matches("Mẫu \\d+")).findFirst().orElse(null);
  }
}
