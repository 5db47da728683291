package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.LedgerKind;
import vn.trian.document.Documents;
import vn.trian.document.PdfText;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.Label;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.NewPromise;

/** The head of the office that holds a case says sorry and promises a new day. */
@OnStage
class ExtensionTest extends SharedModels {

  private static final String WHY = "Phải xác minh tại nơi khác.";

  @Autowired private Desk desk;
  @Autowired private Documents drawn;

  private Done extend(String code, LocalDate to, String reason, String key, String login) {
    return extend(code, new NewPromise(to, null, reason), key, login);
  }

  private Done extend(String code, NewPromise promise, String key, String login) {
    Actor head = stage.officer(login);
    return stage.as(head, () -> desk.extend(code, promise, key, head));
  }

  @Test
  @DisplayName("Hẹn lại ngày: có phiếu xin lỗi, sổ thời hạn ghi lý do, các bước giữ nguyên hạn")
  void theNewDayIsPromisedWithAnApology() {
    String code = accepted();
    on(3, 15);
    Done done = extend(code, day(4, 10), WHY, key(), "chutich.dongkinh");

    assertThat(done.code()).isEqualTo("done-extended");
    assertThat(done.arguments()).containsExactly(Label.same("10/04/2024"));
    assertThat(file(code).dueOn()).isEqualTo(day(4, 10));
    assertThat(file(code).stepDueOn()).as("the step's own limit stays").isEqualTo(day(3, 18));
    assertThat(issued(code)).containsExactly("receipt", "apology");
    assertThat(lastLine(code).kind()).isEqualTo(LedgerKind.EXTENDED);
    assertThat(lastLine(code).explanation()).contains("từ ngày 01/04/2024 sang ngày 10/04/2024", WHY);
    assertThat(logged(code)).endsWith("EXTEND");
    assertThat(places(code)).containsExactly(CONFIRM + "/prepare");
  }

  @Test
  @DisplayName("Cùng khóa: hẹn một lần, một phiếu xin lỗi")
  void sameKeyPromisesOnce() {
    String code = accepted();
    String key = key();
    Done first = extend(code, day(4, 10), WHY, key, "chutich.dongkinh");

    assertThat(extend(code, day(4, 10), WHY, key, "chutich.dongkinh")).isEqualTo(first);
    assertThat(issued(code)).containsExactly("receipt", "apology");
  }

  @Test
  @DisplayName("Lý do chọn trong danh mục: phiếu, sổ thời hạn có tên lý do bằng cả hai thứ tiếng")
  void theReasonComesFromTheList() {
    String code = accepted();
    extend(code, new NewPromise(day(4, 10), "MANY_FILES", "Đợt 27/7."), key(), "chutich.dongkinh");

    assertThat(lastLine(code).explanation("vi")).endsWith(": Số hồ sơ nhận cùng lúc quá nhiều. Đợt 27/7.");
    assertThat(lastLine(code).explanation("en")).endsWith(": Too many files came at once. Đợt 27/7.");
    assertThat(letter(code)).contains("Số hồ sơ nhận cùng lúc quá nhiều. Đợt 27/7.", "10 tháng 04 năm 2024");
  }

  private String letter(String code) {
    UUID apology = documents.issued(code, "apology").orElseThrow().id();
    return PdfText.of(drawn.openPdf(apology).bytes()).replaceAll("\\s+", " ");
  }

  @Test
  @DisplayName("Lý do không có trong danh mục, “lý do khác” không giải thích: không hẹn")
  void reasonsThatSayNothing() {
    String code = accepted();
    assertRefused(code, new NewPromise(day(4, 10), "INVENTED", WHY), "delay-reason-unknown");
    assertRefused(code, new NewPromise(day(4, 10), "OTHER", " "), "reason-missing");
    assertThat(file(code).dueOn()).isEqualTo(day(4, 1));
  }

  @Test
  @DisplayName("Hẹn lại lần thứ hai: pháp luật không cho thì không hẹn, nói rõ căn cứ")
  void theSecondExtensionIsRefused() {
    String code = accepted();
    extend(code, day(4, 10), WHY, key(), "chutich.dongkinh");
    CaseFile file = file(code);
    assertThat(desk.mayExtend(file, stage.officer("chutich.dongkinh"))).isFalse();

    DomainException refusal = catchThrowableOfType(DomainException.class,
        () -> extend(code, day(4, 12), WHY, key(), "chutich.dongkinh"));
    assertThat(refusal.code()).isEqualTo("extension-used-up");
    assertThat(refusal.arguments()).hasSize(2).startsWith(1);
    assertThat(file(code).dueOn()).isEqualTo(day(4, 10));
    assertThat(issued(code)).containsExactly("receipt", "apology");
  }

  @Test
  @DisplayName("Thủ tục cho hẹn hai lần: lần hai phải sau ngày đã hẹn, lần ba không được")
  void aProcedureMayAllowMore() {
    Map<String, byte[]> files = new HashMap<>();
    folder().names().forEach(name -> files.put(name, folder().bytes(name).orElseThrow()));
    files.computeIfPresent("procedure.yaml", (name, bytes) -> (new String(bytes, StandardCharsets.UTF_8)
        + "\nextensions: {most: 2, legalBasis: Quy định thử, confidence: U}\n").getBytes(StandardCharsets.UTF_8));
    deploy(ProcedureFiles.of(files));
    try {
      String code = accepted();
      extend(code, day(4, 10), WHY, key(), "chutich.dongkinh");
      assertRefused(code, day(4, 10), WHY, "chutich.dongkinh", "new-day-too-early");
      extend(code, day(4, 12), WHY, key(), "chutich.dongkinh");

      assertThat(ledgerKinds(code)).endsWith(LedgerKind.EXTENDED, LedgerKind.EXTENDED);
      assertRefused(code, day(4, 15), WHY, "chutich.dongkinh", "extension-used-up");
    } finally {
      deploy(folder());
    }
  }

  @ParameterizedTest(name = "{3}: {0}, {1}, {2}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      2024-04-10 | Phải xác minh. | canbo.dongkinh   | only-head-extends
      2024-04-10 | ' '            | chutich.dongkinh | reason-missing
      2024-04-10 | -              | chutich.dongkinh | reason-missing
      2024-04-01 | Phải xác minh. | chutich.dongkinh | new-day-too-early
      -          | Phải xác minh. | chutich.dongkinh | new-day-too-early
      2024-04-06 | Phải xác minh. | chutich.dongkinh | extension-on-day-off
      """)
  @DisplayName("Không phải người đứng đầu, không lý do, ngày nghỉ, ngày không muộn hơn: không hẹn")
  void whatIsNoPromise(LocalDate to, String reason, String login, String refusal) {
    String code = accepted();

    assertRefused(code, to, reason, login, refusal);

    assertThat(file(code).dueOn()).isEqualTo(day(4, 1));
    assertThat(issued(code)).containsExactly("receipt");
  }

  @Test
  @DisplayName("Đã quá hẹn: ngày mới phải sau hôm nay")
  void aLateFileIsPromisedForADayToCome() {
    String code = accepted();
    on(4, 10);
    assertRefused(code, day(4, 9), WHY, "chutich.dongkinh", "new-day-too-early");
    assertRefused(code, day(4, 10), WHY, "chutich.dongkinh", "new-day-too-early");
    extend(code, day(4, 11), WHY, key(), "chutich.dongkinh");

    assertThat(file(code).dueOn()).isEqualTo(day(4, 11));
  }

  @Test
  @DisplayName("Hồ sơ đã kết thúc: không còn gì để hẹn")
  void whatIsOverIsPromisedNoMore() {
    String code = accepted();
    stage.withdraw(code, "dongkinh", "Thôi.");

    assertRefused(code, day(4, 10), WHY, "chutich.dongkinh", "nothing-to-extend");
    assertOver(code, CaseState.WITHDRAWN);
  }

  private void assertRefused(String code, LocalDate to, String reason, String login, String refusal) {
    assertThatThrownBy(() -> extend(code, to, reason, key(), login)).isInstanceOf(DomainException.class)
        .hasMessage(refusal);
  }

  private void assertRefused(String code, NewPromise promise, String refusal) {
    assertThatThrownBy(() -> extend(code, promise, key(), "chutich.dongkinh")).isInstanceOf(DomainException.class)
        .hasMessage(refusal);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
