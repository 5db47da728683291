package vn.trian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.CaseState;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;

@InBrowser
@DisplayName("Việc của cán bộ")
class TasksTest {

  private static final String SOCIAL_OFFICER = "canbo.dongkinh";
  private static final String CHAIR = "chutich.dongkinh";
  private static final String VICE_CHAIR = "phochutich.dongkinh";

  @Autowired private CaseFiles cases;
  @Autowired private CaseRecord record;
  @Autowired private WhoseTurn turn;
  @Autowired private Desk desk;
  @Autowired private Actors actors;
  @Autowired private Procedures procedures;

  @Test
  @DisplayName("Yêu cầu bổ sung: một cửa nhận bổ sung, cán bộ làm tiếp với nội dung đã có")
  void supplementAndResume(Staff staff) {
    String code = accepted();
    CaseFrame asking = staff.at(SOCIAL_OFFICER).take(code);
    asking.choose("SUPPLEMENT").item("Bản gốc để đối chiếu").confirm().orFail();
    assertThat(cases.get(code).state()).isEqualTo(CaseState.SUPPLEMENT_REQUESTED);

    CaseFrame brought = staff.at(Dossier.DESK).take(code);
    assertThat(brought.notices()).anyMatch(notice -> notice.contains("Bản gốc để đối chiếu"));
    assertThat(brought.text("Đồng hồ đang dừng").isVisible()).isTrue();
    brought.fill(Map.of("channel", "IN_PERSON", "broughtBy", "HOÀNG VĂN NAM"));
    brought.upload("certificate", "bang.png", "image/png", SamplePapers.picture());
    brought.act("SUPPLEMENTED").orFail();

    assertThat(turn.of(code)).isEqualTo(SOCIAL_OFFICER);
    CaseFrame resumed = staff.at(SOCIAL_OFFICER).take(code);
    resumed.waitFor("bang.png");
    resumed.fill(Dossier.confirmation()).act("APPROVE").orFail();
    assertThat(turn.of(code)).isEqualTo(CHAIR);
  }

  @Test
  @DisplayName("Gợi ý điều kiện theo kịp câu trả lời")
  void assessmentFollowsTheAnswers(Staff staff) {
    CaseFrame task = staff.at(SOCIAL_OFFICER).take(accepted());
    task.waitFor("Chưa đủ thông tin để kết luận");
    task.fill(Dossier.confirmation());
    task.waitFor("Điều kiện hưởng: Đủ điều kiện");
    task.fill("noMonthlySurvivor", "NO");
    task.waitFor("Điều kiện hưởng: Không đủ điều kiện");
    assertThat(task.act("APPROVE").problems()).singleElement().asString().contains("Không đủ điều kiện");
  }

  @Test
  @DisplayName("Bấm đúp vào nút xử lý chỉ có tác dụng một lần")
  void doubleClickActsOnce(Staff staff) {
    String code = accepted();
    CaseFrame task = staff.at(SOCIAL_OFFICER).take(code);
    task.fill(Dossier.confirmation());
    List<Request> sent = new CopyOnWriteArrayList<>();
    staff.at(SOCIAL_OFFICER).page().onRequest(request -> {
      if (request.url().endsWith("/outcome")) {
        sent.add(request);
      }
    });
    task.button("APPROVE").dblclick();
    task.settled().orFail();
    assertThat(sent).hasSize(1);
    assertThat(record.statements(code)).filteredOn(said -> said.step().equals("confirmFile")).hasSize(1);
    assertThat(turn.of(code)).isEqualTo(CHAIR);
  }

  @Test
  @DisplayName("Hai người mở cùng một việc: người đến sau được biết ai đang làm")
  void secondOfficerIsToldWhoHasTheTask(Staff staff) {
    String code = accepted();
    staff.at(SOCIAL_OFFICER).take(code).fill(Dossier.confirmation()).act("APPROVE").orFail();
    CaseFrame first = staff.at(CHAIR).open(code);
    CaseFrame second = staff.at(VICE_CHAIR).open(code);
    first.claim();

    assertThat(second.claimInVain()).contains("Trần Văn Bình");
    CaseFrame later = staff.at(VICE_CHAIR).open(code);
    assertThat(later.isFree()).isFalse();
    assertThat(later.notices()).anyMatch(notice -> notice.contains("Trần Văn Bình") && notice.contains("chỉ xem"));

    first.act("SIGN").orFail();
    assertThat(record.statements(code)).filteredOn(said -> "sign".equals(said.phase())).hasSize(1);
  }

  @Test
  @DisplayName("Chuyển lại để làm lại: lý do hiện lên đầu, câu trả lời cũ còn nguyên")
  void sendBackShowsWhyAndKeepsTheAnswers(Staff staff) {
    String code = accepted();
    staff.at(SOCIAL_OFFICER).take(code).fill(Dossier.confirmation()).act("APPROVE").orFail();
    CaseFrame signing = staff.at(CHAIR).take(code);
    signing.waitFor("Đề xuất: Đồng ý, trình duyệt");
    signing.choose("SEND_BACK").reason("Ghi rõ họ tên người xác minh").confirm().orFail();

    CaseFrame again = staff.at(SOCIAL_OFFICER).take(code);
    assertThat(again.notices()).anyMatch(notice -> notice.contains("Ghi rõ họ tên người xác minh"));
    assertThat(again.value("communeConfirmation")).isEqualTo(Dossier.confirmation().get("communeConfirmation"));
    again.act("APPROVE").orFail();
    assertThat(turn.of(code)).isEqualTo(CHAIR);
  }

  @Test
  @DisplayName("Bấm khi chưa nêu gì: lời nhắc hiện mà nút vẫn trong tầm mắt; nêu rồi thì lời nhắc mất ngay")
  void whatIsMissingIsSaidInSight(Staff staff) {
    CaseFrame task = staff.at(SOCIAL_OFFICER).take(accepted());
    staff.at(SOCIAL_OFFICER).page().setViewportSize(1280, 600);
    task.choose("SUPPLEMENT").confirm();
    assertThat(task.missing()).containsExactly("Hãy chọn hoặc ghi ít nhất một nội dung cần bổ sung.");
    assertThat(task.confirmIsInSight()).isTrue();
    assertThat(task.item("Bản gốc để đối chiếu").missing()).isEmpty();
  }

  private String accepted() {
    return Dossier.accepted(desk, actors, procedures);
  }
}
