package vn.trian.wholecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseState;
import vn.trian.casefile.PaperTick;
import vn.trian.document.DocumentStatus;
import vn.trian.document.Documents;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.support.OnPostgres;
import vn.trian.support.Statements;
import vn.trian.support.Statements.Counted;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** The application as a province runs it: PostgreSQL, all migrations, the engine's tables, demo people. */
@OnPostgres
@AutoConfigureMockMvc
class WholeCaseOnPostgresTest {

  @Autowired private Desk desk;
  @Autowired private WorkList work;
  @Autowired private Actors actors;
  @Autowired private Procedures procedures;
  @Autowired private CaseFiles cases;
  @Autowired private Documents documents;
  @Autowired private JdbcTemplate database;
  @Autowired private MockMvc http;
  @Autowired private Clock clock;

  @Test
  @DisplayName("Khởi động trên PostgreSQL: lược đồ, bảng của máy quy trình, dữ liệu mẫu")
  void startsOnPostgres() {
    assertThat(database.queryForObject("select version()", String.class)).startsWith("PostgreSQL 15");
    assertThat(count("information_schema.tables where table_schema = 'public' and table_name like 'act_%'"))
        .isGreaterThan(40);
    assertThat(count("trian.flyway_schema_history where not success")).isZero();
    assertThat(count("trian.officer")).isPositive();
    assertThat(count("act_id_user")).isEqualTo(count("(select distinct login from trian.officer) logins"));
    assertThat(procedures.active()).isNotEmpty();
    // engine and own tables are one: no second store for papers
    assertThat(database.queryForObject("show synchronous_commit", String.class)).isEqualTo("on");
    assertThat(database.queryForObject("show lock_timeout", String.class)).isEqualTo("5s");
  }

  @Test
  @DisplayName("Một hồ sơ thờ cúng đi từ tiếp nhận đến trả kết quả; mỗi thao tác tốn ít câu lệnh SQL")
  void oneCaseFromDeskToDelivery() {
    WholeCase given = WholeCase.read("cases/worship.yaml", LocalDate.now(clock)).of(7001);
    Map<String, Integer> statements = new LinkedHashMap<>();
    Actor one = actors.named(given.desk());
    Counted<Done> received = Statements.of(() -> receive(given, one));
    statements.put("receive " + given.desk(), received.count());
    String code = received.result().caseCode();

    for (WholeCase.Move move : given.walk()) {
      Actor actor = actors.named(move.by());
      WorkItem item = waiting(code, actor);
      Counted<Integer> frame = Statements.of(() -> frame(item.taskId(), actor));
      assertThat(frame.result()).as("opening " + item.step() + " as " + move.by()).isEqualTo(200);
      statements.put("open " + move.by() + " " + item.step() + "/" + item.phase(), frame.count());
      Counted<Integer> claim = Statements.of(() -> {
        desk.claim(item.taskId(), actor);
        return 0;
      });
      statements.put("claim " + move.by(), claim.count());
      Counted<Done> act = Statements.of(() -> desk.act(item.taskId(),
          new Act(move.outcome(), null, null, null, null, move.data(), null, false), key(), actor));
      statements.put(move.outcome() + " " + move.by() + " " + item.step() + "/" + item.phase(), act.count());
    }

    assertThat(cases.find(code).orElseThrow().state()).isEqualTo(CaseState.DELIVERED);
    assertThat(documents.of(code)).filteredOn(document -> document.status() == DocumentStatus.ISSUED).isNotEmpty();
    assertThat(work.ofCase(code)).isEmpty();
    assertThat(count("act_ru_execution where business_key_ = '" + code + "'")).isZero();
    assertThat(count("act_ru_incident")).isZero();
    // the engine keeps no copy of what people told us
    assertThat(count("act_hi_dec_in")).isZero();
    assertThat(count("act_hi_varinst where text_ like '%Hoàng Văn Thử%' or text_ like '%020099907001%'")).isZero();
    // measured values stand in docs/benchmarks.md; room for a paper more, not for a query per row
    statements.forEach((action, number) -> assertThat(number).as("SQL statements: " + action + " " + statements)
        .isLessThanOrEqualTo(action.startsWith("open ") ? 40 : action.startsWith("claim ") ? 35 : 280));
  }

  @Test
  @DisplayName("Danh sách việc tốn cùng số câu lệnh SQL dù có một hay nhiều hồ sơ")
  void listsTakeNoStatementPerRow() {
    WholeCase given = WholeCase.read("cases/worship.yaml", LocalDate.now(clock));
    Actor one = actors.named(given.desk());
    Actor social = actors.named(given.walk().get(0).by());
    receive(given.of(7101), one);
    int few = Statements.of(() -> work.queue(social, 0, 50).getContent()).count();
    for (int i = 2; i <= 6; i++) {
      receive(given.of(7100 + i), one);
    }
    Counted<List<WorkItem>> many = Statements.of(() -> work.queue(social, 0, 50).getContent());
    assertThat(many.result()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(many.count()).isEqualTo(few).isLessThanOrEqualTo(3);
  }

  @Test
  @DisplayName("Cùng một khóa chống trùng: chỉ một hồ sơ; đối tượng đang mở thì cảnh báo")
  void theSameKeyActsOnce() {
    WholeCase given = WholeCase.read("cases/worship.yaml", LocalDate.now(clock)).of(7201);
    Actor one = actors.named(given.desk());
    String key = key();
    Done first = desk.receive(given.procedure(), dossier(given), key, one);
    assertThat(desk.receive(given.procedure(), dossier(given), key, one)).isEqualTo(first);
    assertThatThrownBy(() -> receive(given, one)).hasMessageContaining("duplicate");
  }

  private Done receive(WholeCase given, Actor actor) {
    return desk.receive(given.procedure(), dossier(given), key(), actor);
  }

  private Act dossier(WholeCase given) {
    List<PaperTick> papers = procedures.active(given.procedure()).procedure().papers().stream()
        .map(paper -> new PaperTick(paper.id(), true, paper.copyKind().name(), 1, null, List.of())).toList();
    return new Act("ACCEPT", null, null, null, null, given.application(), papers, false);
  }

  private WorkItem waiting(String code, Actor actor) {
    return work.queue(actor, 0, 500).stream().filter(item -> item.caseCode().equals(code)).findFirst()
        .orElseThrow(() -> new AssertionError("nothing waits for " + actor.login() + ", but: "
            + work.ofCase(code).stream().map(item -> item.step() + "/" + item.phase()).toList()));
  }

  private int frame(String taskId, Actor actor) {
    try {
      return http.perform(get("/api/tasks/{id}/frame", taskId).with(user(actor.login()).roles("OFFICER")))
          .andReturn().getResponse().getStatus();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private long count(String from) {
    Long rows = database.queryForObject("select count(*) from " + from, Long.class);
    return rows == null ? 0 : rows;
  }
}
