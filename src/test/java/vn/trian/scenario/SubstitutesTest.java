package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.casefile.CaseAction;
import vn.trian.casefile.CaseNote;
import vn.trian.casefile.CaseNotes;
import vn.trian.casefile.CaseState;
import vn.trian.casefile.HandOver;
import vn.trian.casefile.Statement;
import vn.trian.document.DocumentView;
import vn.trian.document.Documents;
import vn.trian.document.PdfText;
import vn.trian.organization.Absence;
import vn.trian.organization.Role;
import vn.trian.organization.Substitutions;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.support.Together;
import vn.trian.workflow.Desk;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.LeftTasks;
import vn.trian.workflow.NewNote;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;
import vn.trian.workflow.identity.IdentityBridge;

/** Monday 11/03/2024 is the first day of everybody's absence here, Wednesday 13/03 the last. */
@OnStage
@DisplayName("Người thay")
class SubstitutesTest extends SharedModels {

  private static final String CHAIR = "chutich.dongkinh";
  private static final String VICE = "phochutich.dongkinh";
  private static final String OFFICER = "canbo.dongkinh";
  private static final String ONE_STOP = "motcua.dongkinh";

  @Autowired private Desk desk;
  @Autowired private WorkList work;
  @Autowired private CaseNotes notes;
  @Autowired private Substitutions substitutions;
  @Autowired private Documents content;
  @Autowired private WebApplicationContext application;
  @Autowired private IdentityBridge bridge;
  @Autowired private IdentityService identity;
  @Autowired private LeftTasks leftTasks;
  @Autowired private PlatformTransactionManager transactions;

  @AfterEach
  void nobodyIsAway() {
    slate.restore();
    bridge.synchronize();
  }

  @Test
  @DisplayName("Bước do người thay làm được ghi “A thay B” ở nhật ký và ý kiến; hết ngày cuối thì hết quyền")
  void whatASubstituteDoes() {
    String code = accepted();
    String other = acceptedOf("020170006601");
    away(OFFICER, ONE_STOP);
    Label both = new Label(name(ONE_STOP) + " thay " + name(OFFICER), name(ONE_STOP) + " for " + name(OFFICER));

    on(3, 13);
    act(code, CONFIRM + "/prepare", "APPROVE", ONE_STOP);
    sign(code, CONFIRM);
    assertThat(record.statements(code)).extracting(Statement::speaker).contains(both);
    assertThat(record.log(code)).filteredOn(entry -> List.of("CLAIM", "APPROVE").contains(entry.action()))
        .extracting(CaseAction::doer).containsExactly(both, both, Label.same(name(CHAIR)));
    assertThat(record.log(code)).filteredOn(entry -> entry.action().equals("RECEIVE"))
        .extracting(CaseAction::doer).containsExactly(Label.same(name(ONE_STOP)));
    assertThat(record.firstBrokenEntry(code)).isEmpty();

    on(3, 14);
    assertThat(stage.officer(ONE_STOP).roles()).containsExactly(Role.ONE_STOP_OFFICER);
    assertRefused(Kind.NOT_FOUND, "task-unknown", () -> act(other, CONFIRM + "/prepare", "APPROVE", ONE_STOP));
    act(other, CONFIRM + "/prepare", "APPROVE", OFFICER);
  }

  @Test
  @DisplayName("Phiếu kiểm soát in “A thay B” cho người giao và người nhận")
  void controlSlip() {
    String code = atDepartment();
    away("canbo.so", "vanthu.so", "giamdoc.so");
    away("truongphong.so", "canbo2.so", "giamdoc.so");
    act(code, DECIDE + "/prepare", "APPROVE", "vanthu.so");
    act(code, DECIDE + "/check", "CHECKED", "canbo2.so");
    sign(code, DECIDE);

    assertThat(record.handOvers(code).get(0).takenBy().vi())
        .isEqualTo(name("vanthu.so") + " thay " + name("canbo.so"));
    assertThat(slipWords(code)).as("cells break their lines").contains("thay");
    assertThat(record.handOvers(code)).extracting(HandOver::handedBy).extracting(Label::vi)
        .as("the director signed in person").contains(name("giamdoc.so"));
    String another = acceptedOf("020170006602");
    prepare(another, CONFIRM, "APPROVE");
    sign(another, CONFIRM);
    assertThat(slipWords(another)).doesNotContain("thay");
  }

  private List<String> slipWords(String code) {
    byte[] slip = documents.preview(file(code), "controlSlip", stage.officer(CHAIR));
    return List.of(PdfText.of(slip).split("\\s+"));
  }

  @Test
  @DisplayName("Việc người vắng đang giữ: người thay lấy làm không cần lãnh đạo, người khác thì không")
  void taskOfTheAbsent() {
    String code = accepted();
    prepare(code, CONFIRM, "APPROVE");
    claim(code, CHAIR);
    String signature = item(code).taskId();
    assertRefused(Kind.CONFLICT, "task-taken", () -> claim(code, VICE));

    away(CHAIR, VICE);
    Actor vice = stage.officer(VICE);
    assertThat(work.heldByAbsent(vice, 0, 10)).extracting(WorkItem::taskId).containsExactly(signature);
    claim(code, VICE);

    assertThat(item(code).assignee()).isEqualTo(VICE);
    assertThat(record.log(code)).last().satisfies(entry -> {
      assertThat(entry.doer().vi()).isEqualTo(vice.name() + " thay " + name(CHAIR));
      assertThat(entry.summary().vi()).contains(name(CHAIR) + " (vắng 11/03/2024–13/03/2024)");
      assertThat(entry.summary().in("en")).contains("(away 11/03/2024–13/03/2024)");
    });
    assertThat(work.heldByAbsent(vice, 0, 10)).isEmpty();
    assertRefused(Kind.CONFLICT, "task-taken", () -> claim(code, CHAIR));
  }

  @Test
  @DisplayName("Ai đã lập thì không thẩm tra, không ký, dù thay ai")
  void fourEyesStay() {
    String code = atDepartment();
    away("truongphong.so", "canbo.so", "giamdoc.so");
    act(code, DECIDE + "/prepare", "APPROVE", "canbo.so");
    assertRefused(Kind.FORBIDDEN, "four-eyes", () -> act(code, DECIDE + "/check", "CHECKED", "canbo.so"));
    assertThat(desk.successors(item(code).taskId(), stage.officer("giamdoc.so"))).extracting(each -> each.login())
        .contains("truongphong.so").doesNotContain("canbo.so");
    assertRefused(Kind.FORBIDDEN, "four-eyes", () -> reassign(item(code).taskId(),
        new HandOn("canbo.so", null, "Người thay trưởng phòng."), "giamdoc.so"));
    act(code, DECIDE + "/check", "CHECKED", "truongphong.so");
  }

  @Test
  @DisplayName("Ký thay vẫn đứng tên chức vụ của mình: chủ tịch thay phó không ký “KT.”")
  void signsWithTheOwnTitle() {
    String code = accepted();
    prepare(code, CONFIRM, "APPROVE");
    away(VICE, CHAIR);
    act(code, CONFIRM + "/sign", "SIGN", CHAIR);

    DocumentView letter = documents.issued(code, "submissionLetter").orElseThrow();
    assertThat(letter.signerName()).isEqualTo(name(CHAIR));
    assertThat(PdfText.of(content.openPdf(letter.id()).bytes()).replaceAll("\\s+", " "))
        .contains("TM. ỦY BAN NHÂN DÂN").doesNotContain("KT. CHỦ TỊCH");
    assertThat(record.log(code)).last().satisfies(entry -> assertThat(entry.doer().vi()).isEqualTo(name(CHAIR)));
  }

  @Test
  @DisplayName("Việc người thay còn giữ khi hết ngày về lại hàng đợi; việc của chính mình thì còn")
  void whatIsLeftOver() {
    String code = accepted();
    String kept = acceptedOf("020170006603");
    away(OFFICER, ONE_STOP);
    claim(code, ONE_STOP);
    claim(kept, OFFICER);
    leftTasks.putBack();
    assertThat(item(code).assignee()).isEqualTo(ONE_STOP);

    on(3, 14);
    leftTasks.putBack();
    assertThat(item(code).assignee()).isNull();
    assertThat(item(kept).assignee()).isEqualTo(OFFICER);
    assertThat(record.log(code)).last().satisfies(entry -> {
      assertThat(entry.actor()).isEqualTo(Actor.SYSTEM.login());
      assertThat(entry.summary().vi()).contains(name(ONE_STOP) + " không còn nhiệm vụ này");
    });
    claim(code, OFFICER);
  }

  @Test
  @DisplayName("Nhóm trong công cụ quy trình theo người thay, và mất khi hết ngày")
  void groupsOfTheEngine() {
    away(OFFICER, ONE_STOP);
    bridge.synchronize();
    assertThat(groups(ONE_STOP)).contains("COMMUNE_SOCIAL_OFFICER-dongkinh", "ONE_STOP_OFFICER-dongkinh");
    assertThat(groups(OFFICER)).contains("COMMUNE_SOCIAL_OFFICER-dongkinh");

    on(3, 14);
    bridge.synchronize();
    assertThat(groups(ONE_STOP)).contains("ONE_STOP_OFFICER-dongkinh")
        .doesNotContain("COMMUNE_SOCIAL_OFFICER-dongkinh");
  }

  @Test
  @DisplayName("Ghi hay kết thúc việc thay thì nhóm trong công cụ quy trình theo ngay, không đợi lượt")
  void groupsFollowAtOnce() {
    bridge.synchronize();
    String id = away(OFFICER, ONE_STOP);
    // shorter than the turn of IdentityWatch
    await().atMost(Duration.ofSeconds(15)).untilAsserted(
        () -> assertThat(groups(ONE_STOP)).contains("COMMUNE_SOCIAL_OFFICER-dongkinh"));
    desk.endAbsence(id, key(), stage.officer(CHAIR));
    await().atMost(Duration.ofSeconds(15)).untilAsserted(
        () -> assertThat(groups(ONE_STOP)).doesNotContain("COMMUNE_SOCIAL_OFFICER-dongkinh"));
  }

  @Test
  @DisplayName("Trước khi nhận đã biết là làm thay; nhận rồi thì trang hồ sơ và khung việc ghi “A thay B”")
  void saidBeforehand() throws Exception {
    String code = accepted();
    String task = item(code).taskId();
    MockMvc web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    assertThat(text(web, "/api/tasks/" + task + "/frame", login(OFFICER))).contains("\"behalf\":null");
    away(OFFICER, ONE_STOP);
    MockHttpSession substitute = login(ONE_STOP);

    assertThat(text(web, "/api/tasks/" + task + "/frame", substitute))
        .contains("\"behalf\":{\"name\":\"" + name(OFFICER) + "\",\"until\":\"13/03/2024\"}");
    assertThat(text(web, "/api/tasks/" + task + "/frame", login(OFFICER))).contains("\"behalf\":null");
    assertThat(text(web, "/api/work-items?taskIds=" + task, substitute))
        .contains("\"behalfName\":\"" + name(OFFICER) + "\"");
    assertThat(text(web, "/", substitute)).contains("làm thay " + name(OFFICER));
    claim(code, ONE_STOP);
    String both = name(ONE_STOP) + " thay " + name(OFFICER);
    assertThat(text(web, "/cases/" + code, login(CHAIR))).contains(both);
    assertThat(text(web, "/cases/" + code + "?lang=en", login(CHAIR)))
        .contains(name(ONE_STOP) + " for " + name(OFFICER));
    assertThat(text(web, "/api/tasks/" + task + "/frame", substitute)).contains("\"assigneeName\":\"" + both);
  }

  @Test
  @DisplayName("Đang đăng nhập cũng hết quyền khi qua ngày; trang chủ của cả hai người đều nói rõ")
  void endsInTheMiddleOfALogin() throws Exception {
    String task = item(accepted()).taskId();
    away(OFFICER, ONE_STOP);
    MockMvc web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    MockHttpSession login = login(ONE_STOP);

    assertThat(text(web, "/", login)).contains("Bạn đang thay " + name(OFFICER) + " đến hết ngày 13/03/2024");
    assertThat(text(web, "/", login(OFFICER))).contains("Bạn vắng từ 11/03/2024 đến 13/03/2024; " + name(ONE_STOP));
    on(3, 13);
    assertThat(status(web, "/api/tasks/" + task + "/frame", login)).isEqualTo(200);
    on(3, 14);
    assertThat(status(web, "/api/tasks/" + task + "/frame", login)).isEqualTo(404);
    assertThat(text(web, "/", login)).doesNotContain("Bạn đang thay").contains(name(ONE_STOP));
  }

  private static MockHttpSession login(String login) {
    MockHttpSession session = new MockHttpSession();
    session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(login, null, List.of())));
    return session;
  }

  private static String text(MockMvc web, String address, MockHttpSession login) throws Exception {
    return web.perform(get(address).session(login)).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static int status(MockMvc web, String address, MockHttpSession login) throws Exception {
    return web.perform(get(address).session(login)).andReturn().getResponse().getStatus();
  }

  @Test
  @DisplayName("Kết thúc sớm: hết quyền ngay; kết thúc hai lần thì nói ai đã kết thúc")
  void endedEarly() {
    String id = away(OFFICER, ONE_STOP);
    assertThat(stage.officer(ONE_STOP).holds(Role.COMMUNE_SOCIAL_OFFICER)).isTrue();
    desk.endAbsence(id, key(), stage.officer(OFFICER));
    assertThat(stage.officer(ONE_STOP).holds(Role.COMMUNE_SOCIAL_OFFICER)).isFalse();
    DomainException refusal = assertRefused(Kind.CONFLICT, "absence-ended",
        () -> desk.endAbsence(id, key(), stage.officer(CHAIR)));
    assertThat(refusal.arguments()[0]).isEqualTo(name(OFFICER));

    String passed = away(OFFICER, ONE_STOP);
    on(3, 14);
    assertRefused(Kind.CONFLICT, "absence-over", () -> desk.endAbsence(passed, key(), stage.officer(CHAIR)));
  }

  @Test
  @DisplayName("Ghi và kết thúc: lãnh đạo cho cơ quan mình, ai cũng cho mình; nơi khác thì không, cũng không biết")
  void whoMay() {
    for (String login : List.of(ONE_STOP, "giamsat.dongkinh", "chutich.maipha", "truongphong.tpls", "giamdoc.so",
        "admin")) {
      assertRefused(Kind.FORBIDDEN, "absence-not-yours",
          () -> enter(OFFICER, "vanthu.dongkinh", 11, 13, stage.officer(login)));
    }
    assertRefused(Kind.INVALID, "absence-other-office",
        () -> enter(OFFICER, "canbo.maipha", 11, 13, stage.officer(CHAIR)));
    assertRefused(Kind.INVALID, "absence-other-office",
        () -> enter(OFFICER, "invented", 11, 13, stage.officer(CHAIR)));
    String own = enter(OFFICER, ONE_STOP, 12, 13, stage.officer(OFFICER));

    assertRefused(Kind.NOT_FOUND, "absence-unknown",
        () -> desk.endAbsence(own, key(), stage.officer("chutich.maipha")));
    assertRefused(Kind.NOT_FOUND, "absence-unknown", () -> desk.endAbsence("invented", key(), stage.officer(CHAIR)));
    for (String login : List.of(ONE_STOP, "giamsat.dongkinh", "truongphong.tpls", "giamsat.so")) {
      assertRefused(Kind.FORBIDDEN, "absence-not-yours", () -> desk.endAbsence(own, key(), stage.officer(login)));
    }
    desk.endAbsence(own, key(), stage.officer(VICE));
  }

  @Test
  @DisplayName("Hai lãnh đạo cùng ghi một người vắng: một lần được, cùng khóa thì một lần duy nhất")
  void enteredAtOnce() {
    List<String> codes = Together.act(6, n -> {
      try {
        return enter(OFFICER, ONE_STOP, 11, 13, stage.officer(n % 2 == 0 ? CHAIR : VICE));
      } catch (DomainException refusal) {
        return refusal.code();
      }
    });
    assertThat(codes).filteredOn(each -> !each.startsWith("absence") && !each.startsWith("somebody")).hasSize(1);
    assertThat(substitutions.absencesOf(OFFICER)).hasSize(1);

    String key = key();
    Absence wanted = new Absence("vanthu.dongkinh", ONE_STOP, day(3, 11), day(3, 13), "Họp");
    Actor chair = stage.officer(CHAIR);
    assertThat(desk.enterAbsence(wanted, key, chair)).isEqualTo(desk.enterAbsence(wanted, key, chair));
  }

  @Test
  @DisplayName("Lãnh đạo thu việc về hàng đợi với lý do; người giữ cùng nhóm thì không")
  void takenBack() {
    String code = accepted();
    claim(code, OFFICER);
    String task = item(code).taskId();
    HandOn back = new HandOn(HandOn.QUEUE, OFFICER, "Chuyển người khác làm.");

    assertThat(desk.mayTakeBack(task, stage.officer(CHAIR))).isTrue();
    assertThat(desk.mayTakeBack(task, stage.officer(OFFICER))).isFalse();
    assertRefused(Kind.NOT_FOUND, "task-unknown", () -> reassign(task, back, "chutich.maipha"));
    assertRefused(Kind.NOT_FOUND, "task-unknown", () -> reassign(task, back, "giamsat.dongkinh"));
    assertRefused(Kind.INVALID, "reason-missing",
        () -> reassign(task, new HandOn(HandOn.QUEUE, OFFICER, " "), CHAIR));
    for (String other : List.of(ONE_STOP, "canbo.maipha", "invented")) {
      assertRefused(Kind.INVALID, "not-a-colleague", () -> reassign(task, new HandOn(other, OFFICER, "Đổi."), CHAIR));
    }
    reassign(task, back, CHAIR);

    assertThat(item(code).assignee()).isNull();
    assertThat(record.log(code)).last().satisfies(entry -> {
      assertThat(entry.action()).isEqualTo("TAKE_BACK");
      assertThat(entry.summary().vi()).contains(name(OFFICER), "Lý do: Chuyển người khác làm.");
    });
    assertRefused(Kind.CONFLICT, "case-changed", () -> reassign(task, back, CHAIR));
    assertRefused(Kind.INVALID, "in-queue-already",
        () -> reassign(task, new HandOn(HandOn.QUEUE, null, "Thu lại."), CHAIR));
    act(code, CONFIRM + "/prepare", "APPROVE", OFFICER);
    assertThat(state(code)).isEqualTo(CaseState.AT_COMMUNE);
  }

  @Test
  @DisplayName("Ghi chú cho người vắng đến tay người thay; hết ngày thì không còn; đã đọc được ghi “A thay B”")
  void notesToTheAbsent() {
    String code = accepted();
    Actor head = stage.officer("truongphong.tpls");
    for (String words : List.of("Làm trước hồ sơ này.", "Xem lại giấy ủy quyền.")) {
      stage.as(head, () -> desk.note(code, new NewNote(OFFICER, words), key(), head));
    }
    assertThat(notes.unread(stage.officer(ONE_STOP))).isEmpty();
    away(OFFICER, ONE_STOP);

    on(3, 13);
    Actor substitute = stage.officer(ONE_STOP);
    List<CaseNote> waiting = notes.unread(substitute);
    assertThat(waiting).hasSize(2);
    stage.as(substitute, () -> desk.readNote(waiting.get(0).id(), key(), substitute));
    assertThat(record.log(code)).filteredOn(entry -> entry.action().equals("NOTE_READ")).extracting(CaseAction::doer)
        .containsExactly(new Label(name(ONE_STOP) + " thay " + name(OFFICER),
            name(ONE_STOP) + " for " + name(OFFICER)));

    on(3, 14);
    assertThat(notes.unread(stage.officer(ONE_STOP))).isEmpty();
    assertThat(notes.unread(stage.officer(OFFICER))).extracting(CaseNote::id).containsExactly(waiting.get(1).id());
  }

  @Test
  @DisplayName("Ghi trước cho ngày mai: hôm nay chưa có quyền, đúng ngày đầu thì có")
  void notBeforeTheFirstDay() {
    String code = accepted();
    enter(OFFICER, ONE_STOP, 12, 13, stage.officer(CHAIR));
    assertThat(substitutions.present()).isEmpty();
    assertRefused(Kind.NOT_FOUND, "task-unknown", () -> claim(code, ONE_STOP));
    on(3, 12);
    claim(code, ONE_STOP);
    assertThat(item(code).assignee()).isEqualTo(ONE_STOP);
  }

  @Test
  @DisplayName("Giao việc: người nhận đứng tên ở phiếu kiểm soát; trưởng phòng không giao được việc của lãnh đạo")
  void handedOn() {
    String code = atDepartment();
    reassign(item(code).taskId(), new HandOn("canbo2.so", null, "Chia việc."), "truongphong.so");
    assertThat(record.handOvers(code)).singleElement().satisfies(row ->
        assertThat(row.takenBy().vi()).isEqualTo(name("canbo2.so")));
    away("truongphong.so", "canbo.so", "giamdoc.so");
    reassign(item(code).taskId(), new HandOn("canbo.so", "canbo2.so", "Đổi người."), "canbo.so");
    assertThat(record.log(code)).last().satisfies(entry -> assertThat(entry.doer().vi())
        .isEqualTo(name("canbo.so") + " thay " + name("truongphong.so")));
    reassign(item(code).taskId(), new HandOn("canbo2.so", "canbo.so", "Đổi lại."), "truongphong.so");
    act(code, DECIDE + "/prepare", "APPROVE", "canbo2.so");
    act(code, DECIDE + "/check", "CHECKED", "truongphong.so");
    claim(code, "giamdoc.so");
    HandOn back = new HandOn(HandOn.QUEUE, "giamdoc.so", "Thu lại.");
    assertThat(desk.mayTakeBack(item(code).taskId(), stage.officer("truongphong.so"))).isFalse();
    assertRefused(Kind.NOT_FOUND, "task-unknown", () -> reassign(item(code).taskId(), back, "truongphong.so"));
    reassign(item(code).taskId(), back, "phogiamdoc.so");
  }

  @Test
  @DisplayName("Thay một người không phải là thay mọi người: việc người khác giữ thì không lấy được, không trả lại hộ")
  void onlyTasksOfTheAbsent() {
    String code = atDepartment();
    claim(code, "canbo2.so");
    away("canbo.so", "vanthu.so", "giamdoc.so");
    assertRefused(Kind.CONFLICT, "task-taken", () -> claim(code, "vanthu.so"));
    assertRefused(Kind.CONFLICT, "task-taken", () -> unclaim(code, "vanthu.so"));

    unclaim(code, "canbo2.so");
    claim(code, "vanthu.so");
    unclaim(code, "vanthu.so");
    assertThat(record.log(code)).filteredOn(entry -> entry.action().equals("UNCLAIM"))
        .extracting(entry -> entry.doer().vi())
        .containsExactly(name("canbo2.so"), name("vanthu.so") + " thay " + name("canbo.so"));
  }

  @Test
  @DisplayName("Người ghi sau chờ người ghi trước xong, rồi bị từ chối vì chồng ngày")
  void secondWaitsForTheFirst() throws Exception {
    Absence wanted = new Absence(OFFICER, ONE_STOP, day(3, 11), day(3, 13), "Nghỉ phép");
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    CompletableFuture<String> second = transaction.execute(status -> {
      substitutions.enter(wanted, CHAIR);
      CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> refusalOf(() ->
          transaction.execute(inner -> substitutions.enter(wanted, VICE))));
      assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
      return waiting;
    });
    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo("absence-overlaps");
    assertThat(substitutions.absencesOf(OFFICER)).hasSize(1);
  }

  private static String refusalOf(Runnable action) {
    try {
      action.run();
      return "entered";
    } catch (DomainException refusal) {
      return refusal.code();
    }
  }

  private String away(String absentee, String substitute) {
    return away(absentee, substitute, CHAIR);
  }

  private String away(String absentee, String substitute, String head) {
    return enter(absentee, substitute, 11, 13, stage.officer(head));
  }

  private String enter(String absentee, String substitute, int first, int last, Actor by) {
    return desk.enterAbsence(new Absence(absentee, substitute, day(3, first), day(3, last), "Nghỉ phép"), key(), by);
  }

  private void act(String code, String place, String outcome, String login) {
    Task task = stage.task(code, place);
    stage.act(task, place.endsWith("/prepare") ? proposal(outcome) : simple(outcome, null), login);
  }

  private void claim(String code, String login) {
    Actor actor = stage.officer(login);
    stage.as(actor, () -> {
      desk.claim(item(code).taskId(), key(), actor);
      return null;
    });
  }

  private void unclaim(String code, String login) {
    Actor actor = stage.officer(login);
    stage.as(actor, () -> {
      desk.unclaim(item(code).taskId(), key(), actor);
      return null;
    });
  }

  private void reassign(String task, HandOn wanted, String login) {
    Actor actor = stage.officer(login);
    stage.as(actor, () -> desk.reassign(task, wanted, key(), actor));
  }

  private List<String> groups(String login) {
    return identity.createGroupQuery().groupMember(login).list().stream().map(Group::getId).toList();
  }

  private String name(String login) {
    return stage.officer(login).name();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static DomainException assertRefused(Kind kind, String code, ThrowingCallable action) {
    DomainException refusal = catchThrowableOfType(DomainException.class, action);
    assertThat(refusal).as("refusal " + code).isNotNull().hasMessage(code);
    assertThat(refusal.kind()).isEqualTo(kind);
    return refusal;
  }
}
