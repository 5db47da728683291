package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.benefit.CaseDocuments;
import vn.trian.casefile.CaseAction;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.CaseState;
import vn.trian.casefile.PaperTick;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.LedgerKind;
import vn.trian.deadline.LedgerLine;
import vn.trian.document.DocumentStatus;
import vn.trian.document.DocumentView;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.workflow.Act;
import vn.trian.workflow.release.ReleaseDeployer;

/**
 * Cases of a made-up procedure that leads through every way of the called processes of bpmn/common: five working
 * days at the commune (prepare, sign), twelve days at the department (prepare, check, sign).
 */
abstract class SharedModels {

  static final String KEY = "sharedModels";
  static final LocalDateTime MONDAY = LocalDateTime.of(2024, 3, 11, 9, 0);
  static final String CONFIRM = "confirmRequest";
  static final String DECIDE = "decideRequest";

  @Autowired Stage stage;
  @Autowired CleanSlate slate;
  @Autowired TestClock clock;
  @Autowired CaseFiles cases;
  @Autowired CaseRecord record;
  @Autowired CaseDeadlines deadlines;
  @Autowired CaseDocuments documents;
  @Autowired JdbcTemplate database;
  @Autowired private Procedures procedures;
  @Autowired private ReleaseDeployer releases;
  @Autowired private ToldStory stories;
  @Autowired private WebApplicationContext application;

  private String last;

  @BeforeEach
  void begin() {
    slate.restore();
    clock.moveTo(MONDAY);
    if (procedures.find(KEY).isEmpty()) {
      deploy(folder());
    }
  }

  static ProcedureFiles folder() {
    return ProcedureFiles.ofFolder(Path.of("src/test/resources/procedures/shared-models"));
  }

  /** Puts files to work as a release of their own, also when they are the same as before. */
  void deploy(ProcedureFiles files) {
    String yaml = files.text("procedure.yaml").orElseThrow() + "\n# " + UUID.randomUUID() + "\n";
    releases.deploy(ProcedureFiles.of(Map.of("procedure.yaml", yaml.getBytes(StandardCharsets.UTF_8))).over(files));
  }

  /** Plays the story of a class of tests once for all of them, see {@link ToldStory}. */
  void told(Class<?> whose, Runnable story) {
    last = stories.tell(whose.getName() + " " + procedures.active(KEY).version(), () -> {
      story.run();
      return last;
    });
  }

  @AfterEach
  void logIsUnbroken() {
    if (last != null) {
      assertThat(record.firstBrokenEntry(last)).as("first broken entry of the log").isEmpty();
    }
  }

  /** What somebody who is logged in gets from an address. */
  String fetched(String address, String login) throws Exception {
    MockMvc web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    return web.perform(get(address).with(user(login))).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  /** One open task as officers list it. */
  record Item(String taskId, String step, String phase, String name, String officeId, String assignee,
      LocalDate dueOn, boolean waiting, Set<String> groups) {}

  String accepted() {
    return received("ACCEPT", ticked("request", "proof"));
  }

  /** Accepted, of another person than {@link #accepted()} has. */
  String acceptedOf(String idNumber) {
    return stage.receive(KEY, "dongkinh", new Act("ACCEPT", null, null, null, null,
        Map.of("fullName", "LƯƠNG THỊ SEN", "idNumber", idNumber), ticked("request", "proof"), false)).caseCode();
  }

  /** As many accepted cases, each of another person, whose officer proposes to send them up. */
  List<String> proposed(int count) {
    List<String> codes = IntStream.range(0, count).mapToObj(n -> acceptedOf("02017000330" + n)).toList();
    codes.forEach(code -> prepare(code, CONFIRM, "APPROVE"));
    return codes;
  }

  /** The only open task of each case. */
  List<String> tasksOf(List<String> codes) {
    return codes.stream().map(code -> item(code).taskId()).toList();
  }

  String received(String outcome, List<PaperTick> papers) {
    Act act = new Act(outcome, "REFUSE".equals(outcome) ? "CONDITION_NOT_MET" : null,
        "REFUSE".equals(outcome) ? "Không thuộc thẩm quyền." : null, missing("proof"), null, application(), papers,
        false);
    last = stage.receive(KEY, "dongkinh", act).caseCode();
    return last;
  }

  static Map<String, Object> application() {
    return Map.of("fullName", "LƯƠNG THỊ SEN", "idNumber", "020170001122");
  }

  /** A case that waits at the department. */
  String atDepartment() {
    String code = accepted();
    prepare(code, CONFIRM, "APPROVE");
    sign(code, CONFIRM);
    return code;
  }

  void prepare(String code, String step, String outcome) {
    stage.act(code, step + "/prepare", proposal(outcome));
  }

  static Act proposal(String outcome) {
    boolean supplement = "SUPPLEMENT".equals(outcome);
    return new Act(outcome, "REJECT".equals(outcome) ? "CONDITION_NOT_MET" : null,
        "APPROVE".equals(outcome) ? null : "Theo hồ sơ.", supplement ? missing("proof") : null,
        new Act.Body(null, "Sở Tư pháp"), Map.of("opinion", "Đã xem xét."), null, false);
  }

  void check(String code, String step) {
    stage.act(code, step + "/check", simple("CHECKED", null));
  }

  void sign(String code, String step) {
    stage.act(code, step + "/sign", simple("SIGN", null));
  }

  void sendBack(String code, String place) {
    stage.act(code, place, simple("SEND_BACK", "Ghi rõ hơn."));
  }

  void brings(String code, String place, String outcome) {
    Map<String, Object> data = Map.of("channel", "IN_PERSON", "broughtOn", clock.now().toLocalDate().toString());
    List<PaperTick> papers = "SUPPLEMENTED".equals(outcome) ? ticked("request", "proof") : null;
    stage.act(code, place, new Act(outcome, null, "Theo đề nghị.", missing("proof"), null, data, papers, false));
  }

  void answers(String code, String place) {
    LocalDate today = clock.now().toLocalDate();
    answers(code, place, today, today);
  }

  void answers(String code, String place, LocalDate letterDate, LocalDate receivedOn) {
    stage.act(code, place, new Act("ANSWERED", null, null, null, null, Map.of("answeringBody", "Sở Tư pháp",
        "letterNumber", "77/CV", "letterDate", letterDate.toString(), "receivedOn", receivedOn.toString(),
        "answer", "CONFIRMED", "summary", "Đúng."), null, false));
  }

  void stamps(String code, String place) {
    stage.act(code, place, new Act("ISSUE", null, null, null, null, Map.of("checkedFormat", true, "stamped", true,
        "copies", 3), null, false));
  }

  void delivers(String code, String place) {
    stage.act(code, place, new Act("DELIVER", null, null, null, null, Map.of("deliveredBy", "IN_PERSON",
        "receiverName", "LƯƠNG THỊ SEN", "deliveredOn", clock.now().toLocalDate().toString()), null, false));
  }

  static Act simple(String outcome, String reason) {
    return new Act(outcome, null, reason, null, null, Map.of(), null, false);
  }

  static List<Act.Item> missing(String paper) {
    return List.of(new Act.Item(paper, "Nộp bản sao có chứng thực"));
  }

  static List<PaperTick> ticked(String... papers) {
    return List.of(papers).stream()
        .map(id -> new PaperTick(id, true, "request".equals(id) ? "ORIGINAL" : "CERTIFIED_COPY", 1, null, List.of()))
        .toList();
  }

  /** A payment as the table has it; the made-up procedure pays nothing. */
  void payable(String code, String period, String method, int month, int day) {
    String id = UUID.randomUUID().toString();
    database.update("insert into trian.entitlement (id, case_code, benefit, label, recipient, amount, periodicity,"
        + " first_period) values (?, ?, 'TEST', 'Trợ cấp', 'LƯƠNG THỊ SEN', 1000, 'ONCE', ?)", id, code, period);
    database.update("insert into trian.payment_line (id, entitlement_id, case_code, period, recipient, amount, method,"
        + " state, created_at) values (?, ?, ?, ?, 'LƯƠNG THỊ SEN', 1000, ?, 'DUE', ?)", id, id, code, period, method,
        LocalDateTime.of(2024, month, day, 23, 30).atZone(clock.getZone()).toOffsetDateTime());
  }

  /** Nine o'clock of a day of 2024. */
  void on(int month, int day) {
    clock.moveTo(LocalDateTime.of(2024, month, day, 9, 0));
  }

  static LocalDate day(int month, int day) {
    return LocalDate.of(2024, month, day);
  }

  CaseFile file(String code) {
    return cases.get(code);
  }

  CaseState state(String code) {
    return file(code).state();
  }

  List<String> places(String code) {
    return stage.openTasks(code).stream().map(stage::placeOf).toList();
  }

  /** Ids that a called process, or the procedure's own, has passed, in all its runs for a case. */
  List<String> passed(String code, String process) {
    return stage.passed(code).getOrDefault(process, List.of());
  }

  /** The only open task as the list of tasks has it. */
  Item item(String code) {
    List<Item> items = items(code);
    assertThat(items).as("open tasks").hasSize(1);
    return items.get(0);
  }

  List<Item> items(String code) {
    return database.query("select * from trian.work_item where case_code = ? order by created_at",
        (row, n) -> new Item(row.getString("task_id"), row.getString("step"), row.getString("phase"),
            row.getString("name"), row.getString("office_id"), row.getString("assignee"),
            row.getObject("due_on", LocalDate.class), row.getBoolean("waiting"),
            new TreeSet<>(database.queryForList("select group_id from trian.work_item_group where task_id = ?",
                String.class, row.getString("task_id")))), code);
  }

  List<LedgerLine> ledger(String code) {
    return deadlines.ledger(code);
  }

  List<LedgerKind> ledgerKinds(String code) {
    return ledger(code).stream().map(LedgerLine::kind).toList();
  }

  LedgerLine lastLine(String code) {
    List<LedgerLine> lines = ledger(code);
    return lines.get(lines.size() - 1);
  }

  List<String> logged(String code) {
    return record.log(code).stream().map(CaseAction::action).toList();
  }

  List<String> issued(String code) {
    return with(code, DocumentStatus.ISSUED);
  }

  List<String> with(String code, DocumentStatus status) {
    return documents.of(code).stream().filter(each -> each.status() == status).map(DocumentView::kind).toList();
  }

  /** What holds of every case that is over. */
  void assertOver(String code, CaseState state) {
    assertThat(state(code)).isEqualTo(state);
    assertThat(items(code)).isEmpty();
    assertThat(stage.isRunning(code)).isFalse();
    assertThat(stage.jobs(code)).isEmpty();
    assertThat(with(code, DocumentStatus.DRAFT)).as("drafts left").isEmpty();
    assertThat(with(code, DocumentStatus.SIGNED)).as("signed, never issued").isEmpty();
    assertThat(file(code).paused()).isFalse();
    assertThat(file(code).closedAt()).isNotNull();
  }
}
