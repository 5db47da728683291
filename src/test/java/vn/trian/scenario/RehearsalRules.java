package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.rehearsal.Line;
import vn.trian.workflow.rehearsal.Part;
import vn.trian.workflow.rehearsal.Rehearsal;
import vn.trian.workflow.rehearsal.RehearsalDesk;
import vn.trian.workflow.rehearsal.RehearsalState;
import vn.trian.workflow.rehearsal.Rehearsals;
import vn.trian.workflow.rehearsal.Scenario;
import vn.trian.workflow.rehearsal.Telling;
import vn.trian.workflow.rehearsal.Verdict;
import vn.trian.workflow.release.ReleaseDesk;

/** What a release would do, tried where nothing is real. */
abstract class RehearsalRules {

  private static final String KEY = "worshipAllowance";
  private static final String YAML = "procedure.yaml";
  private static final String SCENARIOS = "scenarios.yaml";
  private static final String SEVEN_DAYS = "- amount: 7\n        unit: WORKING_DAY\n        validFrom: 2022-02-15";

  @Autowired private RehearsalDesk rehearsals;
  @Autowired private Rehearsals kept;
  @Autowired private ReleaseDesk desk;
  @Autowired private ReleaseStore store;
  @Autowired private Procedures procedures;
  @Autowired private ScenarioPlayer player;
  @Autowired private Stage stage;
  @Autowired private CleanSlate slate;
  @Autowired private MessageSource messages;
  @Autowired private JdbcTemplate database;

  private final List<String> drafts = new ArrayList<>();
  private ProcedureFiles atWork;
  private Actor admin;

  @BeforeEach
  void fresh() {
    slate.restore();
    admin = stage.officer("admin");
    atWork = store.files(procedures.active(KEY).id());
  }

  @AfterEach
  void away() {
    rehearsals.await();
    drafts.forEach(each -> desk.discard(each, null, admin));
  }

  private ReleaseInfo draft(String file, String from, String to) {
    String text = atWork.text(file).orElseThrow();
    assertThat(text).contains(from);
    return draft(Map.of(file, text.replace(from, to)));
  }

  private ReleaseInfo draft(Map<String, String> files) {
    Map<String, byte[]> bytes = new HashMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    ReleaseInfo draft = desk.bringInto(KEY, ProcedureFiles.of(bytes), null, admin);
    drafts.clear();
    drafts.add(draft.id());
    return draft;
  }

  /** Only a few scenarios, so that a test takes seconds. */
  private Map<String, String> few(String... ids) {
    StringBuilder few = new StringBuilder();
    for (String each : atWork.text(SCENARIOS).orElseThrow().split("(?m)^(?=- )")) {
      if (each.startsWith("- base") || List.of(ids).stream().anyMatch(id -> each.startsWith("- id: " + id + "\n"))) {
        few.append(each);
      }
    }
    return Map.of(SCENARIOS, few.toString());
  }

  private Scenario scenario(String id) {
    return Scenario.read(atWork.bytes(SCENARIOS).orElseThrow()).stream().filter(each -> each.id().equals(id))
        .findFirst().orElseThrow();
  }

  /** A case that went the whole way of a scenario. */
  private String finished(String id) {
    return player.playUntil(KEY, scenario(id), "nowhere");
  }

  private Rehearsal held(ReleaseInfo release, int cases) {
    Rehearsal begun = rehearsals.begin(release.id(), cases, admin);
    rehearsals.await();
    return kept.get(begun.id());
  }

  private List<String> told(Rehearsal rehearsal, Part part) {
    Telling telling = Telling.vietnamese(messages);
    List<String> told = new ArrayList<>();
    for (Line line : kept.lines(rehearsal.id(), part, null, 0, 100)) {
      told.add(line.subject() + " " + line.verdict());
      told.addAll(telling.of(line.findings()));
    }
    return told;
  }

  private Map<String, String> with(Map<String, String> files, String file, String from, String to) {
    String text = atWork.text(file).orElseThrow();
    assertThat(text).contains(from);
    Map<String, String> all = new HashMap<>(files);
    all.put(file, text.replace(from, to));
    return all;
  }

  private static void refused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(DomainException.class).hasMessage(code);
  }

  private List<String> counts() {
    List<String> counts = new ArrayList<>(slate.rowCounts());
    counts.removeIf(each -> each.startsWith("rehearsal"));
    for (String table : List.of("act_re_deployment", "act_ru_execution", "act_ru_task", "act_ru_job", "act_ru_variable",
        "act_hi_procinst", "act_hi_actinst", "act_hi_op_log", "act_ge_bytearray", "act_id_user")) {
      counts.add(table + " " + database.queryForObject("select count(*) from " + table, Long.class));
    }
    return counts;
  }

  @Test
  @DisplayName("Thời hạn 7 → 4 ngày: hồ sơ đã xong ra ngày khác, không có gì khác nữa; dữ liệu thật không đổi")
  void anotherLimitGivesOtherDatesAndNothingElse() {
    String code = finished("onlyChild");
    ReleaseInfo draft = draft(with(few("onlyChild"), YAML, SEVEN_DAYS, SEVEN_DAYS.replace("7", "4")));
    List<String> before = counts();
    Rehearsal done = held(draft, 10);
    assertThat(done.state()).as(done.failure().toString()).isEqualTo(RehearsalState.DONE);
    assertThat(counts()).isEqualTo(before);
    assertThat(ProcessEngines.getProcessEngines().keySet()).noneMatch(each -> each.startsWith("rehearsal"));
    assertThat(told(done, Part.SCENARIOS)).as("the scenario still says the old dates").contains("onlyChild BROKEN");
    assertThat(told(done, Part.REPLAY)).containsExactly(code + " DIFFERENT",
        "Ngày hẹn trả kết quả: 08/04/2024 → 03/04/2024.",
        "Hạn của bước “Thẩm định, tổng hợp danh sách”: 27/03/2024 → 22/03/2024.");
  }
}
