package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.LedgerKind;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.Hold;
import vn.trian.workflow.NewPromise;
import vn.trian.workflow.rehearsal.Scenario;

/** What holds when many act at the same moment, on every database; extended once per database. */
abstract class RaceRules extends SharedModels {

  private static final int THREADS = 8;

  @Autowired private Desk desk;
  @Autowired private Procedures procedures;
  @Autowired private ScenarioPlayer player;

  /** What came of one thread's attempt: an answer or a refusal. */
  private record Attempt(Done done, DomainException refusal) {}

  @Test
  @DisplayName("Tám người cùng hoàn thành một việc: một người được, những người khác biết vì sao không")
  void oneOfManyCompletesATask() {
    String code = accepted();
    prepare(code, CONFIRM, "APPROVE");
    Task task = stage.openTasks(code).get(0);
    List<Actor> signers = stage.candidates(task);
    assertThat(signers).hasSize(2);

    List<Attempt> attempts = together(n -> act(task, simple("SIGN", null), key(), signers.get(n % 2)));

    assertOneWinner(attempts);
    assertThat(record.statements(code)).filteredOn(said -> said.outcome().equals("SIGN")).hasSize(1);
    assertThat(record.handOvers(code)).hasSize(1);
    assertThat(places(code)).containsExactly("decideRequest/prepare");
    assertThat(issued(code)).containsExactly("receipt", "submissionLetter");
  }

  @Test
  @DisplayName("Tám lần gửi cùng một khóa: làm một lần, tám câu trả lời như nhau")
  void sameKeyAtTheSameMoment() {
    String code = accepted();
    Task task = stage.openTasks(code).get(0);
    Actor officer = stage.whoFor(task);
    String key = key();

    List<Attempt> attempts = together(n -> act(task, proposal("APPROVE"), key, officer));

    assertThat(attempts).extracting(Attempt::refusal).containsOnlyNulls();
    assertThat(attempts).extracting(Attempt::done).containsOnly(attempts.get(0).done());
    assertThat(record.statements(code)).filteredOn(said -> said.outcome().equals("APPROVE")).hasSize(1);
  }

  @Test
  @DisplayName("Tám lần nhập cùng một khóa: một hồ sơ")
  void sameDossierAtTheSameMoment() {
    Actor officer = stage.deskOfficer("dongkinh");
    Act act = new Act("ACCEPT", null, null, null, null, someone(0), ticked("request", "proof"), true);
    String key = key();

    List<Attempt> attempts = together(n -> stage.as(officer, () -> desk.receive(KEY, act, key, officer)));

    assertThat(attempts).extracting(Attempt::refusal).containsOnlyNulls();
    assertThat(attempts).extracting(Attempt::done).containsOnly(attempts.get(0).done());
  }

  @Test
  @DisplayName("Tám hồ sơ cùng lúc: mã số liên tiếp, không trùng, không khuyết")
  void dossiersAtTheSameMoment() {
    Actor officer = stage.deskOfficer("maipha");

    List<Attempt> attempts = together(n -> stage.as(officer, () -> desk.receive(KEY,
        new Act("ACCEPT", null, null, null, null, someone(n), ticked("request", "proof"), true), key(), officer)));

    assertThat(attempts).extracting(Attempt::refusal).containsOnlyNulls();
    List<String> codes = attempts.stream().map(each -> each.done().caseCode()).sorted().toList();
    List<Integer> numbers = codes.stream().map(each -> Integer.parseInt(each.substring(each.lastIndexOf('-') + 1)))
        .toList();
    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(numbers.get(THREADS - 1) - numbers.get(0)).isEqualTo(THREADS - 1);
    List<Integer> receipts = codes.stream()
        .map(each -> documents.issued(each, "receipt").orElseThrow().number()).sorted().toList();
    assertThat(receipts).doesNotHaveDuplicates();
    assertThat(receipts.get(THREADS - 1) - receipts.get(0)).isEqualTo(THREADS - 1);
  }

  @Test
  @DisplayName("Tám lần nhận một việc từ hàng đợi: một người giữ")
  void oneOfManyClaims() {
    String code = accepted();
    prepare(code, CONFIRM, "APPROVE");
    Task task = stage.openTasks(code).get(0);
    List<Actor> signers = stage.candidates(task);

    List<Attempt> attempts = together(n -> {
      Actor actor = signers.get(n % 2);
      return stage.as(actor, () -> {
        desk.claim(task.getId(), actor);
        return new Done(code, actor.login(), List.of(), null, List.of());
      });
    });

    List<String> holders = attempts.stream().map(Attempt::done).filter(Objects::nonNull).map(Done::code).distinct()
        .toList();
    assertThat(holders).as("claiming again what one has is no error").hasSize(1);
    assertThat(item(code).assignee()).isEqualTo(holders.get(0));
    assertThat(attempts).filteredOn(each -> each.refusal() != null).allSatisfy(
        each -> assertThat(each.refusal().code()).isIn("task-taken", "somebody-was-faster"));
    assertThat(logged(code)).filteredOn("CLAIM"::equals).as("prepared once, claimed once").hasSize(2);
  }

  @Test
  @DisplayName("Rút hồ sơ trong lúc cán bộ đang xử lý")
  void withdrawnWhileOfficersAct() {
    String code = accepted();
    Task task = stage.openTasks(code).get(0);
    Actor officer = stage.whoFor(task);
    Actor counter = stage.deskOfficer("dongkinh");

    List<Attempt> attempts = together(n -> n == 3
        ? stage.as(counter, () -> desk.withdraw(code, "Thôi.", key(), counter))
        : act(task, proposal("APPROVE"), key(), officer));

    assertThat(attempts.get(3).refusal()).isNull();
    assertThat(attempts).filteredOn(each -> each.refusal() != null).allSatisfy(
        each -> assertThat(each.refusal().kind()).isIn(Kind.CONFLICT, Kind.NOT_FOUND));
    assertOver(code, CaseState.WITHDRAWN);
  }

  @Test
  @DisplayName("Tám lần ký cùng một danh sách: một người ký được, một tờ trình")
  void oneOfManySignsAList() {
    List<String> codes = proposed(3);
    List<String> tasks = tasksOf(codes);
    List<Actor> signers = stage.candidates(stage.openTasks(codes.get(0)).get(0));
    assertThat(signers).hasSize(2);
    int before = lettersOfLists();

    List<Attempt> attempts = together(n -> signList(tasks, key(), signers.get(n % 2)));

    assertOneWinner(attempts);
    assertThat(lettersOfLists()).isEqualTo(before + 1);
    assertThat(codes).allSatisfy(code -> {
      assertThat(listsOf(code)).isEqualTo(1);
      assertThat(record.handOvers(code)).hasSize(1);
      assertThat(places(code)).containsExactly("decideRequest/prepare");
    });
  }

  @Test
  @DisplayName("Hai danh sách chung một hồ sơ, ký cùng lúc: một danh sách được, danh sách kia còn nguyên")
  void listsThatShareAFile() {
    List<String> codes = proposed(3);
    List<String> tasks = tasksOf(codes);
    List<Actor> signers = stage.candidates(stage.openTasks(codes.get(0)).get(0));

    List<Attempt> attempts = together(n -> signList(n % 2 == 0 ? tasks.subList(0, 2) : tasks.subList(1, 3), key(),
        signers.get(n % 2)));

    assertOneWinner(attempts);
    assertThat(codes).extracting(this::listsOf).isIn(List.of(1, 1, 0), List.of(0, 1, 1));
    assertThat(codes).filteredOn(code -> listsOf(code) == 0)
        .allSatisfy(code -> assertThat(places(code)).containsExactly("confirmRequest/sign"));
  }

  @Test
  @DisplayName("Tám lần ký một danh sách với cùng một khóa: một danh sách, tám câu trả lời như nhau")
  void sameListWithTheSameKey() {
    List<String> codes = proposed(2);
    List<String> tasks = tasksOf(codes);
    Actor chair = stage.officer("chutich.dongkinh");
    String key = key();

    List<Attempt> attempts = together(n -> signList(tasks, key, chair));

    assertThat(attempts).extracting(Attempt::refusal).containsOnlyNulls();
    assertThat(attempts).extracting(Attempt::done).containsOnly(attempts.get(0).done());
    assertThat(listsOf(codes.get(0))).isEqualTo(1);
  }

  @Test
  @DisplayName("Tám lần hẹn lại cùng một ngày: hẹn một lần, một phiếu xin lỗi")
  void oneOfManyExtends() {
    String code = accepted();
    List<Actor> heads = List.of(stage.officer("chutich.dongkinh"), stage.officer("phochutich.dongkinh"));

    List<Attempt> attempts = together(n -> {
      Actor head = heads.get(n % 2);
      return stage.as(head, () -> desk.extend(code, new NewPromise(day(4, 10), null, "Đông hồ sơ."), key(), head));
    });

    assertThat(attempts).filteredOn(each -> each.done() != null).as("winners").hasSize(1);
    assertThat(attempts).filteredOn(each -> each.refusal() != null).allSatisfy(
        each -> assertThat(each.refusal().code()).isIn("extension-used-up", "somebody-was-faster"));
    assertThat(issued(code)).containsExactly("receipt", "apology");
    assertThat(ledgerKinds(code)).filteredOn(LedgerKind.EXTENDED::equals).hasSize(1);
    assertThat(logged(code)).filteredOn("EXTEND"::equals).hasSize(1);
  }

  @Test
  @DisplayName("Hai hồ sơ về cùng một liệt sĩ được ban hành cùng lúc: một quyết định, không mất số")
  void sameBenefitIsGrantedOnce() {
    String key = "worshipAllowance";
    Scenario whole = Folders.scenario(procedures.active(key).files(), "onlyChild");
    String first = player.playUntil(key, whole, "issueDecision/stampDocument");
    String second = player.playUntil(key, whole, "issueDecision/stampDocument");
    int before = decisions();
    List<Task> tasks = List.of(stage.openTasks(first).get(0), stage.openTasks(second).get(0));
    Act stamp = new Act("ISSUE", null, null, null, null, Map.of("checkedFormat", true, "stamped", true), null, false);
    Actor clerk = stage.whoFor(tasks.get(0));

    List<Attempt> attempts = together(n -> act(tasks.get(n % 2), stamp, key(), clerk));

    assertOneWinner(attempts);
    assertThat(decisions()).as("the other decision was not issued and used no number").isEqualTo(before + 1);
    assertThat(database.queryForObject("select count(*) from " + table("entitlement") + " where case_code in (?, ?)",
        Integer.class, first, second)).isEqualTo(1);
    assertThat(database.queryForObject("select max(number) - min(number) + 1 - count(*) from " + table("document")
        + " where kind = 'decision55' and status = 'ISSUED'", Integer.class)).as("gaps").isZero();
  }

  @Test
  @DisplayName("Hai hồ sơ về cùng một dụng cụ được tiếp nhận, dụng cụ chỉ cấp một lần trong niên hạn")
  void samePeriodIsGrantedOnce() {
    String key = "orthopedicDevice";
    Scenario whole = Folders.scenario(procedures.active(key).files(), "legAboveKnee");
    String place = whole.walk().stream().map(Scenario.Move::task).filter(each -> each.endsWith("/stampDocument"))
        .findFirst().orElseThrow();
    String first = player.playUntil(key, whole, place);
    String second = player.playUntil(key, whole, place);
    Act stamp = new Act("ISSUE", null, null, null, null, Map.of("checkedFormat", true, "stamped", true), null, false);
    Task firstTask = stage.openTasks(first).get(0);
    Task secondTask = stage.openTasks(second).get(0);
    Actor clerk = stage.whoFor(firstTask);

    act(firstTask, stamp, key(), clerk);

    assertThatThrownBy(() -> act(secondTask, stamp, key(), clerk)).isInstanceOf(DomainException.class)
        .hasMessage("already-granted");
    assertThat(items(second)).extracting(Item::taskId).containsExactly(secondTask.getId());
    assertThat(database.queryForObject("select count(*) from " + table("entitlement") + " where case_code = ?",
        Integer.class, second)).isZero();
  }

  @Test
  @DisplayName("Tạm giữ trong lúc cán bộ trình: hoặc giữ ở việc cũ, hoặc giữ ở việc sau; không bao giờ dở dang")
  void heldWhileAnOfficerProposes() {
    String code = accepted();
    Task task = stage.openTasks(code).get(0);
    Actor officer = stage.whoFor(task);

    List<Attempt> attempts = together(n -> n == 3
        ? hold(code, CONFIRM, stage.officer("chutich.dongkinh"))
        : act(task, proposal("APPROVE"), key(), officer));

    assertThat(attempts.get(3).refusal()).isNull();
    List<Attempt> acts = attempts.stream().filter(each -> each != attempts.get(3)).toList();
    long done = acts.stream().filter(each -> each.done() != null).count();
    assertThat(acts).filteredOn(each -> each.refusal() != null)
        .allSatisfy(each -> assertThat(each.refusal().kind()).isEqualTo(Kind.CONFLICT));
    assertThat(done).isIn(0L, 1L);
    assertThat(places(code)).containsExactly(done == 0 ? "confirmRequest/prepare" : "confirmRequest/sign");
    assertThat(record.statements(code)).filteredOn(said -> said.outcome().equals("APPROVE")).hasSize((int) done);
    assertHeld(code, 1);
  }

  @Test
  @DisplayName("Tạm giữ ở bước đã thấy, đúng lúc bước đó được ký: một bên được, bên kia biết vì sao không")
  void heldOrSigned() {
    String code = accepted();
    prepare(code, CONFIRM, "APPROVE");
    Task task = stage.openTasks(code).get(0);
    List<Actor> signers = stage.candidates(task);

    List<Attempt> attempts = together(n -> n % 4 == 3 ? hold(code, CONFIRM, signers.get(n % 2))
        : act(task, simple("SIGN", null), key(), signers.get(n % 2)));

    assertOneWinner(attempts);
    boolean held = file(code).held();
    assertThat(attempts.get(3).done() != null || attempts.get(7).done() != null).isEqualTo(held);
    assertThat(places(code)).containsExactly(held ? "confirmRequest/sign" : "decideRequest/prepare");
    assertHeld(code, held ? 1 : 0);
  }

  @Test
  @DisplayName("Tám lần tạm giữ và cho tiếp tục cùng lúc: giữ một lần, cho tiếp tục một lần")
  void heldOnceAndLetGoOnOnce() {
    String code = accepted();
    List<Actor> heads = List.of(stage.officer("chutich.dongkinh"), stage.officer("phochutich.dongkinh"));
    assertOneWinner(together(n -> hold(code, CONFIRM, heads.get(n % 2))));
    assertHeld(code, 1);

    assertOneWinner(together(n -> stage.as(heads.get(n % 2),
        () -> desk.resume(code, new Hold("Xong.", null), key(), heads.get(n % 2)))));
    assertHeld(code, 0);
    assertThat(logged(code)).filteredOn("RESUME"::equals).hasSize(1);
  }

  private Done hold(String code, String step, Actor head) {
    return stage.as(head, () -> desk.hold(code, new Hold("Chờ làm rõ.", step), key(), head));
  }

  /** The case, its rows and all its processes agree on whether it is held. */
  private void assertHeld(String code, int times) {
    assertThat(file(code).held()).isEqualTo(times == 1);
    assertThat(database.queryForObject("select count(*) from " + table("case_hold") + " where case_code = ?"
        + " and ended_at is null", Integer.class, code)).isEqualTo(times);
    assertThat(stage.openTasks(code)).isNotEmpty().allMatch(task -> task.isSuspended() == (times == 1));
    assertThat(stage.jobs(code)).isNotEmpty().allMatch(job -> job.isSuspended() == (times == 1));
  }

  private Done signList(List<String> tasks, String key, Actor actor) {
    return stage.as(actor, () -> desk.signList(tasks, key, actor));
  }

  private int lettersOfLists() {
    return database.queryForObject("select count(*) from " + table("document")
        + " where list_id is not null and kind = 'submissionLetter' and status = 'ISSUED'", Integer.class);
  }

  private int listsOf(String code) {
    return database.queryForObject("select count(*) from " + table("submission_list_item") + " where case_code = ?",
        Integer.class, code);
  }

  private int decisions() {
    return database.queryForObject("select count(*) from " + table("document")
        + " where kind = 'decision55' and status = 'ISSUED'", Integer.class);
  }

  private static String table(String name) {
    return "trian." + name;
  }

  private Done act(Task task, Act act, String key, Actor actor) {
    return stage.as(actor, () -> desk.act(task.getId(), act, key, actor));
  }

  private void assertOneWinner(List<Attempt> attempts) {
    assertThat(attempts).filteredOn(each -> each.done() != null).as("winners").hasSize(1);
    assertThat(attempts).filteredOn(each -> each.refusal() != null).hasSize(THREADS - 1).allSatisfy(
        each -> assertThat(each.refusal().kind()).as(each.refusal().code()).isEqualTo(Kind.CONFLICT));
  }

  /** Lets as many threads as there are do something at the same moment; anything but a refusal fails the test. */
  private static List<Attempt> together(IntFunction<Done> action) {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Attempt>> running = new ArrayList<>();
      for (int n = 0; n < THREADS; n++) {
        int thread = n;
        running.add(pool.submit(() -> {
          start.await();
          try {
            return new Attempt(action.apply(thread), null);
          } catch (DomainException refusal) {
            return new Attempt(null, refusal);
          }
        }));
      }
      start.countDown();
      List<Attempt> attempts = new ArrayList<>();
      for (Future<Attempt> each : running) {
        attempts.add(each.get());
      }
      return attempts;
    } catch (Exception e) {
      throw new AssertionError("neither answer nor refusal", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Map<String, Object> someone(int n) {
    return Map.of("fullName", "LƯƠNG THỊ SEN", "idNumber", "02017000220" + n);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
