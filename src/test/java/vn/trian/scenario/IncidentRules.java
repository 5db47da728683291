package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseAction;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.IncidentKind;
import vn.trian.supervision.Incidents;
import vn.trian.supervision.Incidents.Incident;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;

/** What stands still is seen by those in reach, and a job that failed can be run again by them. */
abstract class IncidentRules extends SharedModels {

  static final String CHAIR = "chutich.dongkinh";

  @Autowired private Incidents incidents;
  @Autowired private Desk desk;
  @Autowired private ManagementService management;

  @Test
  @DisplayName("Việc tự động lỗi hết số lần thử: có một dòng ở nơi trong phạm vi, nơi khác không thấy gì")
  void failedJob() {
    String code = accepted();
    failing(code);

    for (String login : List.of(CHAIR, "giamsat.dongkinh", "truongphong.tpls", "giamdoc.so", "giamsat.so")) {
      assertThat(all(login)).as(login).singleElement().satisfies(incident -> {
        assertThat(incident.kind()).isEqualTo(IncidentKind.FAILED_JOB);
        assertThat(incident.code()).isEqualTo(code);
        assertThat(incident.jobName()).isEqualTo("Nhắc trước hạn");
        assertThat(LocalDate.ofInstant(incident.since(), clock.getZone())).isEqualTo(day(3, 15));
        assertThat(incident.processId()).isNotNull();
      });
      assertThat(incidents.counts(filter(Map.of()), stage.officer(login))).containsEntry(IncidentKind.FAILED_JOB, 1L);
    }
    assertThat(all("chutich.maipha")).isEmpty();
    assertThatThrownBy(() -> incidents.counts(filter(Map.of("office", "dongkinh")), stage.officer("chutich.maipha")))
        .isInstanceOf(DomainException.class).hasMessage("supervision-office");
    assertThatThrownBy(() -> all("canbo.dongkinh"))
        .isInstanceOf(DomainException.class).hasMessage("supervision-not-yours");
  }

  @Test
  @DisplayName("Chạy lại: còn hỏng thì vẫn ở danh sách; sửa xong thì chạy được, hết sự cố, ghi nhật ký đúng người")
  void runAgain() {
    String code = accepted();
    String job = failing(code);

    assertThat(retry(job, CHAIR).code()).isEqualTo("done-retry-failed");
    assertThat(all(CHAIR)).extracting(Incident::jobId).containsExactly(job);

    repair(code);
    Done done = retry(job, CHAIR);
    assertThat(done.code()).isEqualTo("done-retry-worked");
    assertThat(done.caseCode()).isEqualTo(code);
    assertThat(all(CHAIR)).isEmpty();
    assertThat(record.log(code)).extracting(CaseAction::action).endsWith("RETRY", "RETRY", "WARN");
    assertThat(record.log(code)).last().extracting(CaseAction::actor).isEqualTo("system");
    assertThat(record.log(code)).filteredOn(entry -> entry.action().equals("RETRY")).extracting(CaseAction::actor)
        .containsOnly(CHAIR);
  }

  @Test
  @DisplayName("Một khóa chạy lại một lần; việc đã xong, đang chạy, của nơi khác hay không có quyền thì từ chối")
  void refused() {
    String code = accepted();
    String job = failing(code);
    for (String login : List.of("canbo.dongkinh", "motcua.dongkinh", "vanthu.so")) {
      assertThatThrownBy(() -> retry(job, login)).as(login).hasMessage("only-head-retries");
    }
    assertThatThrownBy(() -> retry(job, "chutich.maipha")).hasMessage("job-unknown");
    assertThatThrownBy(() -> retry("invented", CHAIR)).hasMessage("job-unknown");
    assertThatThrownBy(() -> desk.retry(job, null, stage.officer(CHAIR))).hasMessage("key-missing");

    repair(code);
    management.setJobRetries(job, 1);
    assertThatThrownBy(() -> retry(job, CHAIR)).hasMessage("job-runs");
    assertThatThrownBy(() -> retry(job, "chutich.maipha")).hasMessage("job-unknown");
    management.setJobRetries(job, 0);

    Actor chair = stage.officer(CHAIR);
    String key = UUID.randomUUID().toString();
    Done first = stage.as(chair, () -> desk.retry(job, key, chair));
    assertThat(stage.as(chair, () -> desk.retry(job, key, chair))).isEqualTo(first);
    assertThat(logged(code)).containsOnlyOnce("RETRY");
    assertThatThrownBy(() -> retry(job, CHAIR)).hasMessage("job-unknown");
  }

  @Test
  @DisplayName("Hồ sơ rút: sự cố của nó cũng hết")
  void goneWithItsCase() {
    String code = accepted();
    failing(code);
    repair(code);
    stage.withdraw(code, "dongkinh", "Không còn nhu cầu.");
    assertThat(all(CHAIR)).isEmpty();
    on(4, 8);
    assertThat(all(CHAIR)).as("what is over does not stand still").isEmpty();
  }

  @Test
  @DisplayName("Đứng lâu nhất trước; thao tác cuối tuần tính như trước thứ Hai")
  void longestFirst() {
    String first = acceptedOf("020170009911");
    on(3, 12);
    String second = acceptedOf("020170009912");
    on(3, 16);
    String weekend = acceptedOf("020170009913");
    on(3, 21);
    assertThat(all(CHAIR)).extracting(Incident::code).containsExactly(first, second);
    on(3, 22);
    assertThat(all(CHAIR)).extracting(Incident::code).containsExactly(first, second, weekend);
    assertThat(incidents.page(filter(Map.of()), null, 1, 1, stage.officer(CHAIR))).extracting(Incident::code)
        .containsExactly(second);
  }

  @Test
  @DisplayName("Ai đang giữ việc thì chỉ người trong phạm vi thấy tên")
  void whoHasTheTask() {
    String code = atDepartment();
    Actor officer = stage.officer("canbo.so");
    stage.as(officer, () -> {
      desk.claim(item(code).taskId(), officer);
      return null;
    });
    on(3, 29);
    assertThat(all("giamdoc.so")).singleElement().extracting(Incident::officer).isEqualTo("canbo.so");
    assertThat(all(CHAIR)).singleElement().satisfies(incident -> {
      assertThat(incident.code()).isEqualTo(code);
      assertThat(incident.holder()).isEqualTo("so");
      assertThat(incident.officer()).isNull();
    });
  }

  @Test
  @DisplayName("Giám sát cũng được chạy lại việc tự động lỗi trong phạm vi")
  void supervisorsRunAgain() {
    String code = accepted();
    String job = failing(code);
    repair(code);
    assertThat(retry(job, "giamsat.so").code()).isEqualTo("done-retry-worked");
    assertThat(record.log(code)).filteredOn(entry -> entry.action().equals("RETRY")).extracting(CaseAction::actor)
        .containsExactly("giamsat.so");
  }

  @Test
  @DisplayName("Chờ từ bao giờ: từ lúc bắt đầu chờ, không phải từ thao tác sau đó")
  void waitsSinceTheyBegan() {
    String code = accepted();
    prepare(code, CONFIRM, "SUSPEND");
    sign(code, CONFIRM);
    database.update("update trian.case_file set moved_at = ? where code = ?",
        day(3, 20).atStartOfDay(clock.getZone()).toOffsetDateTime(), code);
    on(3, 29);
    assertThat(all(CHAIR)).as("fourteen working days").isEmpty();
    on(4, 1);
    assertThat(all(CHAIR)).singleElement().satisfies(incident -> assertThat(
        LocalDate.ofInstant(incident.since(), clock.getZone())).isEqualTo(day(3, 11)));
  }

  @Test
  @DisplayName("Năm ngày làm việc không ai làm gì: đúng ngày ấy có một dòng, có thao tác thì hết")
  void noMovement() {
    String code = accepted();
    on(3, 15);
    assertThat(all(CHAIR)).as("Friday, four working days").isEmpty();
    on(3, 17);
    assertThat(all(CHAIR)).as("a Sunday counts as the Friday before").isEmpty();
    on(3, 18);
    assertThat(all(CHAIR)).singleElement().satisfies(incident -> {
      assertThat(incident.kind()).isEqualTo(IncidentKind.NO_MOVEMENT);
      assertThat(LocalDate.ofInstant(incident.since(), clock.getZone())).isEqualTo(day(3, 11));
      assertThat(incident.officer()).isNull();
    });
    assertThat(all("chutich.maipha")).isEmpty();
    prepare(code, CONFIRM, "APPROVE");
    assertThat(all(CHAIR)).isEmpty();
  }

  @Test
  @DisplayName("Không có việc nào mở, như khi đang niêm yết: chưa hết hạn thì không phải đứng yên, quá hạn thì phải")
  void waitingForADate() {
    String code = accepted();
    database.update("delete from trian.work_item_group where task_id = ?", item(code).taskId());
    database.update("delete from trian.work_item where case_code = ?", code);
    database.update("update trian.case_file set limit_on = ? where code = ?", day(3, 27), code);
    on(3, 27);
    assertThat(all(CHAIR)).isEmpty();
    on(3, 28);
    assertThat(all(CHAIR)).singleElement().extracting(Incident::kind).isEqualTo(IncidentKind.NO_MOVEMENT);
  }

  @Test
  @DisplayName("Cơ quan khác im lặng, người nộp chưa bổ sung: sau mười lăm ngày làm việc, mỗi loại một câu")
  void silence() {
    String suspended = acceptedOf("020170009901");
    String asked = acceptedOf("020170009902");
    prepare(suspended, CONFIRM, "SUSPEND");
    sign(suspended, CONFIRM);
    prepare(asked, CONFIRM, "SUPPLEMENT");
    on(3, 29);
    assertThat(all(CHAIR)).as("fourteen working days").isEmpty();
    on(4, 1);
    assertThat(all(CHAIR)).extracting(Incident::code, Incident::kind).containsExactlyInAnyOrder(
        tuple(suspended, IncidentKind.BODY_SILENT),
        tuple(asked, IncidentKind.APPLICANT_SILENT));
    assertThat(incidents.page(filter(Map.of()), IncidentKind.BODY_SILENT, 0, 10, stage.officer(CHAIR)))
        .extracting(Incident::code).containsExactly(suspended);
    database.update("update trian.case_file set answer_due_on = ? where code = ?", day(3, 28), suspended);
    on(4, 3);
    answers(suspended, CONFIRM + "/recordAnswer");
    assertThat(all(CHAIR)).extracting(Incident::code).containsExactly(asked);
  }

  @Test
  @DisplayName("Quá hạn trả lời thì không đợi đủ mười lăm ngày")
  void beyondTheLimitOfTheOtherBody() {
    String code = accepted();
    prepare(code, CONFIRM, "SUSPEND");
    sign(code, CONFIRM);
    database.update("update trian.case_file set answer_due_on = ? where code = ?", day(3, 14), code);
    on(3, 14);
    assertThat(all(CHAIR)).isEmpty();
    on(3, 15);
    assertThat(all(CHAIR)).singleElement().satisfies(incident -> {
      assertThat(incident.kind()).isEqualTo(IncidentKind.BODY_SILENT);
      assertThat(incident.answerDueOn()).isEqualTo(day(3, 14));
    });
  }

  private List<Incident> all(String login) {
    return incidents.page(filter(Map.of()), null, 0, 100, stage.officer(login));
  }

  private static CaseFilter filter(Map<String, String> parameters) {
    return CaseFilter.read(parameters, LocalDate.of(2024, 3, 29));
  }

  private Done retry(String job, String login) {
    Actor actor = stage.officer(login);
    return stage.as(actor, () -> desk.retry(job, UUID.randomUUID().toString(), actor));
  }

  /** Lets the timer that warns fail as often as it is tried. */
  String failing(String code) {
    on(3, 15);
    database.update("update trian.case_file set release_id = 'gone' where code = ?", code);
    Job job = stage.jobs(code).stream().filter(each -> each.getDuedate().toInstant().isBefore(clock.instant()))
        .findFirst().orElseThrow();
    for (int tried = 0; tried < 5; tried++) {
      assertThat(all(CHAIR)).as("tried again by itself").isEmpty();
      assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("procedure-unknown");
    }
    return job.getId();
  }

  void repair(String code) {
    database.update("update trian.case_file set release_id = (select id from trian.procedure_release"
        + " where procedure_key = ? and active_key is not null) where code = ?", KEY, code);
  }
}
