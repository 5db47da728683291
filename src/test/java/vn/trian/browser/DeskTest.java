package vn.trian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;

@InBrowser
@DisplayName("Tại bộ phận một cửa")
class DeskTest {

  @Autowired private JdbcTemplate database;
  @Autowired private Desk desk;
  @Autowired private Actors actors;
  @Autowired private Procedures procedures;

  @Test
  @DisplayName("Nhập sai: được nhắc ở từng ô, nội dung đã nhập còn nguyên, không mất số hồ sơ")
  void wrongInputKeepsWhatWasTypedAndUsesNoNumber(Staff staff) {
    String before = Dossier.accepted(desk, actors, procedures);
    long cases = cases();
    Map<String, Object> application = Dossier.application();
    CaseFrame frame = staff.at(Dossier.DESK).startCase(Dossier.PROCEDURE, Dossier.NAME);
    frame.fill(application);
    frame.fill("applicant.idNumber", "12345678901").fill("applicant.dateOfBirth", "2090-01-02").fill("signedBy", "");

    // what the browser sees by itself, and the two papers whose absence only the server knows
    frame.choose("ACCEPT");
    frame.waitFor("Còn 5 chỗ cần sửa");
    assertThat(frame.messageAt("applicant.idNumber")).contains("12 chữ số");
    assertThat(frame.messageAt("applicant.dateOfBirth")).contains("tương lai");
    assertThat(frame.messageAt("signedBy")).contains("Cần nhập");
    assertThat(frame.value("applicant.idNumber")).isEqualTo("12345678901");
    assertThat(frame.value("applicant.dateOfBirth")).isEqualTo("02/01/2090");

    // what is put right is no longer told; the papers are
    frame.fill("applicant.idNumber", "020068999999").fill("applicant.dateOfBirth", "1968")
        .fill("signedBy", "HOÀNG VĂN NAM");
    frame.waitFor("Còn 2 chỗ cần sửa");
    CaseFrame.Answer answer = frame.act("ACCEPT");
    assertThat(answer.problems()).singleElement().asString().contains("Còn thiếu", "Đơn đề nghị");
    assertThat(frame.value("applicant.idNumber")).isEqualTo("020068999999");
    assertThat(frame.value("signedBy")).isEqualTo("HOÀNG VĂN NAM");
    assertThat(cases()).isEqualTo(cases);

    // papers that are none
    assertThat(frame.uploadInVain("form18", "don.pdf", "application/pdf", SamplePapers.program()))
        .contains("Chỉ nhận tệp PDF");
    assertThat(frame.uploadInVain("form18", "to.pdf", "application/pdf", SamplePapers.tooLarge())).contains("10 MB");
    frame.upload("form18", "don.pdf", "application/pdf", SamplePapers.pdf());
    frame.upload("certificate", "bang.png", "image/png", SamplePapers.picture());

    String code = frame.tickRequiredPapers(application).act("ACCEPT").orFail().caseCode();
    assertThat(number(code)).isEqualTo(number(before) + 1);
  }

  @Test
  @DisplayName("Đóng trình duyệt giữa chừng: mở lại vẫn còn nội dung đang nhập và tệp đã tải")
  void whatWasTypedSurvivesAReload(Staff staff) {
    Map<String, Object> application = Dossier.application();
    CaseFrame frame = staff.at(Dossier.DESK).startCase(Dossier.PROCEDURE, Dossier.NAME);
    frame.fill(application).upload("form18", "don.pdf", "application/pdf", SamplePapers.pdf());

    staff.at(Dossier.DESK).page().reload();

    frame.waitFor("Đã khôi phục nội dung đang nhập dở");
    assertThat(frame.value("applicant.fullName")).isEqualTo("HOÀNG VĂN NAM");
    frame.waitFor("don.pdf");
    frame.tickRequiredPapers(application);
    assertThat(frame.act("ACCEPT").orFail().caseCode()).isNotNull();
  }

  @Test
  @DisplayName("Cùng một việc nộp hai lần: cảnh báo, vẫn nhận được khi cán bộ xác nhận")
  void theSameMatterTwiceIsAsked(Staff staff) {
    Map<String, Object> application = Dossier.application();
    String first = staff.at(Dossier.DESK).startCase(Dossier.PROCEDURE, Dossier.NAME).fill(application)
        .tickRequiredPapers(application).act("ACCEPT").orFail().caseCode();
    CaseFrame again = staff.at(Dossier.DESK).startCase(Dossier.PROCEDURE, Dossier.NAME).fill(application)
        .tickRequiredPapers(application);
    again.act("ACCEPT");
    again.waitFor("Vẫn tiếp nhận?");
    assertThat(again.text(first).isVisible()).isTrue();
    assertThat(again.acceptAllTheSame().orFail().caseCode()).isNotEqualTo(first);
  }

  private long cases() {
    Long rows = database.queryForObject("select count(*) from trian.case_file", Long.class);
    return rows == null ? 0 : rows;
  }

  private static int number(String caseCode) {
    return Integer.parseInt(caseCode.substring(caseCode.lastIndexOf('-') + 1));
  }
}
