package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.ReleaseEvent;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.rehearsal.Scenario;
import vn.trian.workflow.release.ReleaseDeployer;
import vn.trian.workflow.release.ReleaseDesk;
import vn.trian.workflow.release.Rounds;

/** From the files of an administrator to the release that new cases begin with, and back. */
abstract class ReleaseLifeRules {

  private static final String YAML = "procedure.yaml";
  private static final AtomicInteger NEXT = new AtomicInteger();

  @Autowired private ReleaseDesk desk;
  @Autowired private ReleaseStore store;
  @Autowired private ReleaseDeployer deployer;
  @Autowired private Rounds rounds;
  @Autowired private Procedures procedures;
  @Autowired private CaseFiles cases;
  @Autowired private ScenarioPlayer player;
  @Autowired private Stage stage;
  @Autowired private CleanSlate slate;
  @Autowired private TestClock clock;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcTemplate database;

  /** Releases outlive a test, so each has a procedure of its own. */
  private final String key = "graveVisit" + Character.toString('A' + NEXT.getAndIncrement());
  private final ProcedureFiles folder = Folders.graveVisit(key);
  private Actor first;
  private Actor second;

  @BeforeEach
  void fresh() {
    slate.restore();
    first = stage.officer("admin");
    second = stage.officer("admin2");
  }

  private ReleaseInfo atWork(ProcedureFiles files) {
    return desk.approve(desk.bring(files, null, "Bản thử", first).id(), null, null, second);
  }

  private ProcedureFiles changed(String from, String to) {
    return file(from, to).over(folder);
  }

  /** Only procedure.yaml, with other words. */
  private ProcedureFiles file(String from, String to) {
    return Folders.file(folder, YAML, from, to);
  }

  private static void refused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(DomainException.class).hasMessage(code);
  }

  private List<ReleaseEvent.Kind> log(ReleaseInfo release) {
    return store.events(release.id()).stream().map(ReleaseEvent::kind).toList();
  }

  @Test
  @DisplayName("Thủ tục chưa từng có: đưa lên, người thứ hai duyệt, hồ sơ mới chạy theo bản đó")
  void fromNothingToWork() {
    ReleaseInfo draft = desk.bring(folder, null, "  Thủ tục mới  ", first);
    assertThat(draft.state()).isEqualTo(ReleaseState.DRAFT);
    assertThat(draft.note()).isEqualTo("Thủ tục mới");
    assertThat(procedures.find(key)).as("nobody agreed yet").isEmpty();
    refused("release-own", () -> desk.approve(draft.id(), null, null, first));

    ReleaseInfo active = desk.approve(draft.id(), null, "Đồng ý", second);
    assertThat(active.state()).isEqualTo(ReleaseState.ACTIVE);
    assertThat(active.approvedBy()).isEqualTo("admin2");
    assertThat(log(active)).containsExactly(ReleaseEvent.Kind.BROUGHT, ReleaseEvent.Kind.APPROVED,
        ReleaseEvent.Kind.ACTIVATED);
    Scenario whole = Scenario.read(folder.bytes("scenarios.yaml").orElseThrow()).get(0);
    assertThat(cases.get(player.playUntil(key, whole, "giveLetter/prepare")).releaseId()).isEqualTo(active.id());
    refused("release-not-draft", () -> desk.approve(draft.id(), null, null, second));
  }

  @Test
  @DisplayName("Sửa trên trang: chỉ trên bản mà trang đã hiện, thành bản chờ duyệt của chính người đó")
  void editsAreLaidOverWhatThePageShowed() {
    ReleaseInfo active = atWork(folder);
    ProcedureFiles one = file("Cấp giấy giới thiệu", "Lập giấy giới thiệu");
    refused("release-base-moved", () -> desk.edit(key, "another", one, null, first));
    ReleaseInfo draft = desk.edit(key, active.id(), one, "Đổi tên", first);
    assertThat(draft.source()).isEqualTo(Procedures.Source.EDITED);
    assertThat(draft.baseId()).isEqualTo(active.id());
    refused("release-base-moved", () -> desk.edit(key, active.id(), file("WORKING_DAY", "CALENDAR_DAY"), null, first));
    ReleaseInfo next = desk.edit(key, draft.id(), file("setsOfPapers: 1", "setsOfPapers: 2"), null, first);
    assertThat(store.info(draft.id()).state()).isEqualTo(ReleaseState.DISCARDED);
    assertThat(store.history(key)).extracting(ReleaseInfo::id).startsWith(next.id());
    assertThat(desk.edit(key, active.id(), one, null, second).createdBy()).isEqualTo("admin2");
    refused("release-not-yours", () -> desk.edit(key, active.id(), one, null, stage.officer("giamdoc.so")));
  }

  @Test
  @DisplayName("Bản chờ duyệt lập trước bản đang dùng vẫn là bản cũ sau khi lưu lại, sửa trên trang hay tải lên cả thư mục")
  void aDraftThatIsSavedAgainIsNoNewer() {
    ReleaseInfo old = atWork(folder);
    ReleaseInfo edited = desk.edit(key, old.id(), file("setsOfPapers: 1", "setsOfPapers: 2"), null, first);
    assertThat(edited.isOlderThan(old)).isFalse();
    clock.moveTo(LocalDateTime.now(clock).plusMinutes(1));
    ReleaseInfo brought = desk.bring(changed("setsOfPapers: 1", "setsOfPapers: 3"), key, null, second);
    assertThat(brought.isOlderThan(store.info(old.id()))).isFalse();
    clock.moveTo(LocalDateTime.now(clock).plusMinutes(1));
    ReleaseInfo newer = atWork(changed("Cấp giấy giới thiệu", "Lập giấy giới thiệu"));
    assertThat(edited.isOlderThan(newer)).isTrue();
    ReleaseInfo again = desk.edit(key, edited.id(), file("WORKING_DAY", "CALENDAR_DAY"), null, first);
    assertThat(again.isOlderThan(newer)).isTrue();
    ReleaseInfo broughtAgain = desk.edit(key, brought.id(), file("setsOfPapers: 1", "setsOfPapers: 5"), null, second);
    assertThat(broughtAgain.baseId()).isEqualTo(old.id());
    desk.discard(again.id(), null, first);
    assertThat(desk.edit(key, newer.id(), file("setsOfPapers: 1", "setsOfPapers: 4"), null, first).isOlderThan(newer))
        .isFalse();
  }

  @Test
  @DisplayName("Bản mới cho hồ sơ mới, bản cũ cho hồ sơ cũ; trở lại bằng một lần bấm")
  void thereAndBack() {
    ReleaseInfo old = atWork(folder);
    Scenario whole = Scenario.read(folder.bytes("scenarios.yaml").orElseThrow()).get(0);
    String before = player.playUntil(key, whole, "giveLetter/prepare");
    ReleaseInfo newer = atWork(changed("Cấp giấy giới thiệu", "Lập giấy giới thiệu"));
    String after = player.playUntil(key, whole, "giveLetter/prepare");
    assertThat(cases.get(before).releaseId()).isEqualTo(old.id());
    assertThat(cases.get(after).releaseId()).isEqualTo(newer.id());
    assertThat(cases.openByRelease()).containsEntry(old.id(), 1L).containsEntry(newer.id(), 1L);

    desk.goBackTo(old.id(), "Sai tên bước", second);
    assertThat(procedures.active(key).id()).isEqualTo(old.id());
    assertThat(procedures.active(key).deploymentId()).isEqualTo(procedures.release(old.id()).deploymentId());
    assertThat(log(old)).endsWith(ReleaseEvent.Kind.RETIRED, ReleaseEvent.Kind.RETURNED_TO);
    assertThat(store.info(newer.id()).state()).isEqualTo(ReleaseState.RETIRED);
    String again = player.playUntil(key, whole, "giveLetter/prepare");
    assertThat(cases.get(again).releaseId()).isEqualTo(old.id());
    assertThat(cases.get(after).releaseId()).as("a running case keeps its release").isEqualTo(newer.id());
    refused("release-at-work", () -> desk.goBackTo(old.id(), null, second));
  }

  @Test
  @DisplayName("Tệp lẻ ghép vào bản chờ của mình, thay bản chờ trước; người khác có bản của họ")
  void singleFilesGoIntoTheNextDraft() {
    ReleaseInfo work = atWork(folder);
    ReleaseInfo one = desk.bringInto(key, file("Cấp giấy giới thiệu", "Lập giấy"), null, first);
    ProcedureFiles template = ProcedureFiles.of(Map.of("grave-note.html",
        "<p>Thêm</p>".getBytes(StandardCharsets.UTF_8)));
    ReleaseInfo two = desk.bringInto(key, template, null, first);
    assertThat(store.files(two.id()).text(YAML).orElseThrow()).contains("Lập giấy");
    assertThat(store.info(one.id()).state()).isEqualTo(ReleaseState.DISCARDED);
    assertThat(two.baseId()).isEqualTo(work.id());
    ReleaseInfo other = desk.bringInto(key, template, null, second);
    assertThat(store.files(other.id()).text(YAML).orElseThrow()).doesNotContain("Lập giấy");
    assertThat(store.info(two.id()).state()).isEqualTo(ReleaseState.DRAFT);
    refused("release-which", () -> desk.bringInto("nothingKnown", template, null, first));
    refused("release-brought-twice", () -> desk.bringInto(key, template, null, first));
    refused("release-unchanged", () -> desk.bring(folder, key, null, first));
  }

  @Test
  @DisplayName("Hai người cùng duyệt một lúc, hay duyệt hai bản: người sau được báo, không phải lỗi hệ thống")
  void atTheSameMoment() {
    ReleaseInfo work = atWork(folder);
    ReleaseInfo one = desk.bring(changed("Cấp giấy giới thiệu", "Lập giấy"), key, null, first);
    refused("release-meanwhile", () -> whoHasRead(one,
        () -> desk.approve(one.id(), null, null, second), () -> desk.approve(one.id(), null, null, second)));
    assertThat(procedures.active(key).id()).isEqualTo(one.id());
    assertThat(log(one)).containsExactly(ReleaseEvent.Kind.BROUGHT, ReleaseEvent.Kind.APPROVED,
        ReleaseEvent.Kind.ACTIVATED);
    ReleaseInfo two = desk.bring(changed("Cấp giấy giới thiệu", "Viết giấy"), key, null, first);
    refused("release-meanwhile", () -> whoHasRead(one,
        () -> desk.approve(two.id(), null, null, second), () -> desk.goBackTo(work.id(), null, second)));
    assertThat(store.info(two.id()).state()).isEqualTo(ReleaseState.DRAFT);
    assertThat(procedures.active(key).id()).isEqualTo(work.id());
    refused("release-meanwhile", () -> whoHasRead(two,
        () -> desk.discard(two.id(), null, second), () -> desk.approve(two.id(), null, null, second)));
    assertThat(procedures.active(key).id()).isEqualTo(two.id());
  }

  @Test
  @DisplayName("Quyền đi cùng bản: trước khi duyệt chưa ai có; sau đó tiếp nhận được tạo hồ sơ, cán bộ được xem, cả quy trình con")
  void rightsComeWithARelease() {
    // another shared process, deployed with this release alone
    String called = "other" + key;
    String level = ProcedureFiles.ofFolder(Path.of("bpmn/common")).text("level-step.bpmn").orElseThrow();
    ProcedureFiles whole = ProcedureFiles.of(Map.of("other-step.bpmn",
        level.replace("levelStep", called).getBytes(StandardCharsets.UTF_8))).over(folder);
    ReleaseInfo draft = desk.bring(whole, null, null, first);
    assertThat(rights(key)).isEmpty();
    desk.approve(draft.id(), null, null, second);
    int read = Permissions.READ.getValue();
    assertThat(rights(key)).containsExactlyInAnyOrderEntriesOf(Map.of("officers", read, "desks",
        read | Permissions.CREATE_INSTANCE.getValue()));
    assertThat(rights(called)).containsExactlyInAnyOrderEntriesOf(Map.of("officers", read));
  }

  /** What groups may do with processes of a key. */
  private Map<String, Integer> rights(String process) {
    Map<String, Integer> rights = new HashMap<>();
    database.query("select group_id_, perms_ from act_ru_authorization where resource_type_ = ? and resource_id_ = ?",
        (ResultSet row) -> {
          rights.put(row.getString(1), row.getInt(2));
        }, Resources.PROCESS_DEFINITION.resourceType(), process);
    return rights;
  }

  /** One looks at a release, another does something, then the first does something with what he saw. */
  private void whoHasRead(ReleaseInfo seen, Runnable late, Runnable early) {
    TransactionTemplate apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      store.history(seen.procedureKey());
      apart.executeWithoutResult(inner -> early.run());
      late.run();
    });
  }

  @Test
  @DisplayName("Dùng từ một ngày: đến ngày mới dùng, trên mọi máy chỉ một lần")
  void onItsDay() {
    ReleaseInfo old = atWork(folder);
    ReleaseInfo draft = desk.bring(changed("Cấp giấy giới thiệu", "Lập giấy"), key, null, first);
    LocalDate today = LocalDate.now(clock);
    refused("release-day-past", () -> desk.approve(draft.id(), today.minusDays(1), null, second));
    desk.approve(draft.id(), today.plusDays(3), null, second);
    rounds.look();
    assertThat(procedures.active(key).id()).isEqualTo(old.id());
    clock.moveTo(LocalDateTime.now(clock).plusDays(3));
    rounds.look();
    rounds.look();
    assertThat(procedures.active(key).id()).isEqualTo(draft.id());
    assertThat(log(draft)).containsExactly(ReleaseEvent.Kind.BROUGHT, ReleaseEvent.Kind.APPROVED,
        ReleaseEvent.Kind.ACTIVATED);
  }

  @Test
  @DisplayName("Bị từ chối thì không còn gì ở lại: gói hỏng, của thủ tục khác, không phải quản trị")
  void refusalsLeaveNothing() {
    atWork(folder);
    List<String> rows = slate.rowCounts();
    Map<String, byte[]> noModel = new HashMap<>(Map.of(YAML, folder.bytes(YAML).orElseThrow()));
    List<Supplier<ThrowingCallable>> wrong = List.of(
        () -> () -> desk.bring(ProcedureFiles.of(noModel), null, null, first),
        () -> () -> desk.bringInto(key, file("form: grave-give-letter", "form: not-there"), null, first));
    wrong.forEach(each -> refused("procedure-broken", each.get()));
    refused("release-other-key", () -> desk.bring(changed("Cấp giấy giới thiệu", "Lập"), "worshipAllowance", null,
        first));
    for (String login : List.of("chutich.dongkinh", "giamdoc.so", "giamsat.so")) {
      Actor officer = stage.officer(login);
      refused("release-not-yours", () -> desk.bring(changed("Cấp giấy giới thiệu", "Lập"), null, null, officer));
      refused("release-not-yours", () -> desk.take(key, officer));
      refused("release-not-yours", () -> desk.approve("any", null, null, officer));
      refused("release-not-yours", () -> desk.discard("any", null, officer));
      refused("release-not-yours", () -> desk.goBackTo("any", null, officer));
    }
    assertThat(slate.rowCounts()).isEqualTo(rows);
  }

  @Test
  @DisplayName("Khởi động lại hay nâng cấp phần mềm không thay bản của quản trị viên; bản đi kèm được mời, không ép")
  void aRestartLeavesAnAdministratorsRelease() {
    String packaged = "worshipAllowance";
    ReleaseInfo before = store.info(procedures.active(packaged).id());
    ProcedureFiles shipped = store.files(procedures.active(packaged).id());
    String yaml = shipped.text(YAML).orElseThrow();
    ReleaseInfo own = desk.bringInto(packaged, ProcedureFiles.of(Map.of(YAML,
        yaml.replace("setsOfPapers: 1", "setsOfPapers: 2").getBytes(StandardCharsets.UTF_8))), null, first);
    desk.approve(own.id(), null, null, second);
    deployer.fill();
    assertThat(procedures.active(packaged).id()).isEqualTo(own.id());
    assertThat(procedures.active(packaged).procedure().setsOfPapers()).isEqualTo(2);
    ReleaseInfo offered = desk.take(packaged, second);
    assertThat(offered.source()).isEqualTo(Procedures.Source.PACKAGED);
    assertThat(procedures.active(packaged).id()).isEqualTo(own.id());
    refused("release-own", () -> desk.approve(offered.id(), null, null, second));
    desk.discard(offered.id(), "Chưa cần", first);
    refused("release-not-open", () -> desk.discard(offered.id(), null, first));
    refused("release-never-worked", () -> desk.goBackTo(offered.id(), null, first));
    desk.goBackTo(before.id(), null, first);
  }
}
