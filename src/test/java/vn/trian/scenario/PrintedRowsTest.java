package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.benefit.CaseDocuments;
import vn.trian.document.Documents;
import vn.trian.document.PdfText;
import vn.trian.procedure.Procedures;
import vn.trian.workflow.rehearsal.Scenario;

/** What the applicant declared about a relative is printed where an officer only chose the relative. */
@OnStage
class PrintedRowsTest {

  private static final String KEY = "burialSupport";

  @Autowired private ScenarioPlayer player;
  @Autowired private Procedures procedures;
  @Autowired private CaseDocuments documents;
  @Autowired private Documents content;

  @ParameterizedTest
  @ValueSource(strings = {"income47", "referral38"})
  @DisplayName("Mẫu 47 và Mẫu 38 lấy họ tên, ngày sinh, nơi cư trú của thân nhân từ bản khai")
  void theChosenRelativeIsPrinted(String kind) {
    Scenario whole = Folders.scenario(procedures.active(KEY).files(), "disabledSonCouncil");
    String code = player.playUntil(KEY, whole, "awaitMedicalCouncil/recordAnswer");

    var document = documents.issued(code, kind).orElseThrow();
    String text = PdfText.of(content.openPdf(document.id()).bytes()).replaceAll("\\s+", " ");
    // cells break their lines
    assertThat(text).contains("1 HOÀNG VĂN", "TÂM", "02/04/1985", "Khối 5, phường");
  }
}
