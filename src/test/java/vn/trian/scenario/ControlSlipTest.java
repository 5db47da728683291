package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.document.Documents;
import vn.trian.document.PdfText;
import vn.trian.workflow.Act;

@OnStage
@DisplayName("Phiếu kiểm soát, phiếu yêu cầu bổ sung, ý kiến các bước: nói đúng việc đã làm")
class ControlSlipTest extends SharedModels {

  private static final String CHAIR = "chutich.dongkinh";

  @Autowired private Documents papers;

  @Test
  @DisplayName("Trước lần giao đầu tiên phiếu có sẵn dòng của bước đang làm, với hạn của bước")
  void theStepThatRuns() {
    String text = slip(accepted());
    assertThat(text).contains("Ủy ban nhân dân", "Xác nhận", "1. Giao: ……", "2. Nhận: ……",
        "18/03/2024");
  }

  @Test
  @DisplayName("Hồ sơ bị trả lại: phiếu ghi trả lại và lý do, dòng đi tiếp thì không; bước làm lại thành dòng mới")
  void returned() throws Exception {
    String code = atDepartment();
    on(3, 20);
    prepare(code, DECIDE, "RETURN");
    String text = slip(code);
    assertThat(text).containsOnlyOnce("Trả lại cấp").contains("dưới: Theo hồ").containsOnlyOnce("27/03/2024");

    Document page = Jsoup.parse(fetched("/cases/" + code, CHAIR));
    assertThat(page.select("#slip tbody tr")).hasSize(2);
    assertThat(page.select("#slip tbody td:last-child").eachText()).containsExactly("Trả lại cấp dưới Theo hồ sơ.");
    assertThat(Jsoup.parse(fetched("/cases/" + code + "?lang=en", CHAIR)).select("#slip tbody td:last-child").last()
        .text()).isEqualTo("Return to the level below Theo hồ sơ.");

    prepare(code, CONFIRM, "APPROVE");
    sign(code, CONFIRM);
    assertThat(slip(code)).as("what happened stays").containsOnlyOnce("Trả lại cấp");
  }

  @Test
  @DisplayName("Khi đã có kết quả, phiếu không còn dòng để trống")
  void nothingIsLeftToHandOver() {
    String code = accepted();
    prepare(code, CONFIRM, "REJECT");
    sign(code, CONFIRM);
    assertThat(slip(code)).doesNotContain("1. Giao: ……");
  }

  @Test
  @DisplayName("Phiếu yêu cầu bổ sung: giấy tờ được tích ghi tên một lần và việc phải làm; lời riêng chiếm cả dòng")
  void everyThingOnce() {
    String code = accepted();
    List<Act.Item> items = List.of(new Act.Item("proof", "Giấy tờ chứng minh"), new Act.Item(null, "Ảnh phần mộ"));
    stage.act(code, CONFIRM + "/prepare", new Act("SUPPLEMENT", null, "Còn thiếu.", items, null, Map.of(), null,
        false));
    String text = supplementRequest(code);
    assertThat(text).containsOnlyOnce("Giấy tờ chứng minh").contains("Hoàn thiện, nộp lại: bản sao")
        .containsOnlyOnce("Ảnh phần mộ");
  }

  @Test
  @DisplayName("Giấy tờ chưa nộp: nộp bổ sung; lời dặn của cán bộ được giữ nguyên")
  void whatIsMissing() {
    String told = received("SUPPLEMENT", ticked("request"));
    assertThat(supplementRequest(told)).contains("Nộp bản sao có chứng thực").doesNotContain("Nộp bổ sung:");
    String code = stage.receive(KEY, "dongkinh", new Act("SUPPLEMENT", null, "Còn thiếu.",
        List.of(new Act.Item("proof", "Giấy tờ chứng minh")), null,
        Map.of("fullName", "LƯƠNG THỊ SEN", "idNumber", "020170009901"), ticked("request"), false)).caseCode();
    assertThat(supplementRequest(code)).contains("Nộp bổ sung: bản sao chứng thực");
  }

  @Test
  @DisplayName("Ý kiến là chữ ký hoặc kiểm tra thì trang hồ sơ nói rõ; người ký chuyển lại thì không gọi là trả lại")
  void signaturesAreNamed() throws Exception {
    String code = accepted();
    prepare(code, CONFIRM, "APPROVE");
    sendBack(code, CONFIRM + "/sign");
    Document page = Jsoup.parse(fetched("/cases/" + code, CHAIR));
    assertThat(page.select("#statements summary").eachText()).anyMatch(line -> line.startsWith("Xác nhận · Ký "))
        .filteredOn(line -> line.contains("· Ký")).hasSize(1);
    String frame = fetched("/api/tasks/" + item(code).taskId() + "/frame", "canbo.dongkinh");
    assertThat(frame).contains("chuyển lại để làm lại: Ghi rõ hơn.").doesNotContain("Hồ sơ được trả lại");
  }

  private String slip(String code) {
    return PdfText.of(documents.preview(file(code), "controlSlip", stage.officer(CHAIR)));
  }

  private String supplementRequest(String code) {
    return PdfText.of(papers.openPdf(documents.issued(code, "supplementRequest").orElseThrow().id()).bytes());
  }
}
