package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.casefile.CaseAction;
import vn.trian.organization.Absence;
import vn.trian.support.Together;
import vn.trian.workflow.Desk;

@OnStage
@DisplayName("Phân công việc đang mở")
class SpreadWorkTest extends SharedModels {

  private static final String PAGE = "/supervision/spread";
  private static final String DIRECTOR = "giamdoc.so";
  private static final String DEPUTY = "phogiamdoc.so";

  @Autowired private WebApplicationContext application;
  @Autowired private Desk desk;

  private MockMvc web;
  private List<String> codes;

  @BeforeEach
  void fourTasksAtTheDepartment() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    codes = proposed(4);
    codes.forEach(code -> sign(code, CONFIRM));
  }

  @Test
  @DisplayName("Gợi ý chia việc chưa ai nhận cho hai chuyên viên; giao theo bảng hai lần cũng chỉ ghi một lần")
  void acceptedOnce() throws Exception {
    Document page = page(DIRECTOR);
    assertThat(suggested(page)).containsExactly("canbo.so", "canbo2.so", "canbo.so", "canbo2.so");

    send(page, DIRECTOR);
    assertThat(holders()).containsExactlyInAnyOrder("canbo.so", "canbo2.so", "canbo.so", "canbo2.so");
    assertThat(send(page, DIRECTOR).select("[aria-labelledby=outcomes] .ta-green")).as("the same answer").hasSize(4);
    assertThat(codes).allSatisfy(code -> assertThat(logged(code)).filteredOn("REASSIGN"::equals).hasSize(1));
    assertThat(record.log(codes.get(0))).last().extracting(CaseAction::summary).asString()
        .contains("Việc chưa có người nhận");
    assertThat(suggested(page(DIRECTOR))).as("what is begun stays").containsOnly("");
  }

  @Test
  @DisplayName("Một trang có năm mươi việc, hạn sớm trước; còn bao nhiêu thì nói")
  void fiftyAtOnce() throws Exception {
    database.update("""
        insert into trian.work_item (task_id, case_code, procedure_key, step, phase, place, process_id, name,
          level_code, office_id, created_at, due_on, owner_name, waiting)
        select concat(w.task_id, '-', x.x), w.case_code, w.procedure_key, w.step, w.phase, w.place, w.process_id, w.name,
          w.level_code, w.office_id, w.created_at, dateadd(day, 1, w.due_on), w.owner_name, w.waiting
        from trian.work_item w cross join system_range(1, 47) x where w.case_code = ?""", codes.get(0));
    Document page = page(DIRECTOR);
    assertThat(page.select("[aria-labelledby=tasks] tbody tr")).hasSize(50);
    assertThat(page.select("[aria-labelledby=tasks] tbody tr").eachText().subList(0, 4))
        .allMatch(row -> codes.stream().anyMatch(row::contains));
    assertThat(page.select("[aria-labelledby=tasks]").text()).contains("51", "Còn 1 việc có hạn muộn hơn");
  }

  @Test
  @DisplayName("Việc của người vắng được gợi ý cho người có mặt, kèm lý do")
  void tasksOfTheAbsent() throws Exception {
    send(page(DIRECTOR), DIRECTOR);
    desk.enterAbsence(new Absence("canbo.so", "vanthu.so", day(3, 11), day(3, 13), "Nghỉ phép"),
        UUID.randomUUID().toString(), stage.officer(DIRECTOR));

    Document page = page(DIRECTOR);
    assertThat(suggested(page)).containsExactlyInAnyOrder("vanthu.so", "vanthu.so", "", "");
    page.select("tr:has(select[name$=.to])").forEach(row -> assertThat(row.select("select option").eachAttr("value"))
        .as("whoever has it is no choice").contains("-queue")
        .doesNotContain(row.select("input[name$=.expected]").attr("value")));
    assertThat(page.select("input[name$=.why]").eachAttr("value"))
        .filteredOn(why -> why.contains("vắng đến 13/03/2024")).hasSize(2);
    assertThat(page.select("td").eachText()).contains("vắng đến 13/03/2024");
  }

  @Test
  @DisplayName("Việc có người nhận trong lúc đó: nói rõ dòng nào không thực hiện được, các dòng khác vẫn xong")
  void takenMeanwhile() throws Exception {
    Document page = page(DIRECTOR);
    String first = page.select("input[name$=.task]").first().attr("value");
    stage.as(stage.officer("canbo2.so"), () -> {
      desk.claim(first, stage.officer("canbo2.so"));
      return null;
    });

    Document answer = send(page, DIRECTOR);
    assertThat(answer.select("[aria-labelledby=outcomes] .ta-green")).hasSize(3);
    assertThat(answer.select("[aria-labelledby=outcomes] li:has(.ta-red)").text())
        .contains(stage.officer("canbo2.so").name() + " đã nhận lúc");
  }

  @Test
  @DisplayName("Hai lãnh đạo cùng giao một lúc: mỗi việc một người thắng, người kia được báo")
  void twoHeadsAtOnce() throws Exception {
    List<String> heads = List.of(DIRECTOR, DEPUTY);
    List<Document> pages = List.of(page(DIRECTOR), page(DEPUTY));
    // the two disagree about every task
    pages.get(1).select("select[name$=.to]").forEach(select -> choose(select,
        chosen(select).equals("canbo.so") ? "canbo2.so" : "canbo.so"));

    List<Document> answers = Together.act(2, n -> {
      try {
        return send(pages.get(n), heads.get(n));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });

    assertThat(answers.stream().mapToInt(each -> each.select("[aria-labelledby=outcomes] .ta-green").size()).sum())
        .isEqualTo(4);
    assertThat(answers.stream().mapToInt(each -> each.select("[aria-labelledby=outcomes] .ta-red").size()).sum())
        .isEqualTo(4);
    assertThat(codes).allSatisfy(code -> assertThat(logged(code)).filteredOn("REASSIGN"::equals).hasSize(1));
  }

  @Test
  @DisplayName("Giám sát thấy mà không giao; nơi khác không thấy việc; trưởng phòng giao cho chuyên viên của mình")
  void whoMay() throws Exception {
    Document ofSupervisor = page("giamsat.so");
    assertThat(ofSupervisor.select("form[method=post] table tbody tr")).hasSize(4);
    assertThat(ofSupervisor.select("select[name$=.to]")).isEmpty();
    assertThat(page("chutich.dongkinh").text()).doesNotContain(codes.get(0));
    assertThat(page("truongphong.so").select("select[name$=.to]")).hasSize(4);
    web.perform(get(PAGE).with(user("canbo.so"))).andExpect(status().isForbidden());
    web.perform(post(PAGE).param("key", "k").with(user("canbo.so")).with(csrf())).andExpect(status().isForbidden());

    Document page = page(DIRECTOR);
    for (String login : List.of("giamsat.so", "chutich.dongkinh", "truongphong.tpls")) {
      assertThat(send(page, login).select("[aria-labelledby=outcomes] .ta-green")).as(login).isEmpty();
      assertThat(holders()).containsOnlyNulls();
    }
  }

  @Test
  @DisplayName("Không gợi ý ký, soát cho ai đã lập; việc đang chờ nơi khác thì để yên")
  void whatIsNotSuggested() throws Exception {
    desk.enterAbsence(new Absence("truongphong.so", "canbo.so", day(3, 11), day(3, 13), "Nghỉ phép"),
        UUID.randomUUID().toString(), stage.officer(DIRECTOR));
    stage.act(stage.task(codes.get(0), DECIDE + "/prepare"), proposal("APPROVE"), "canbo.so");
    stage.act(stage.task(codes.get(1), DECIDE + "/prepare"), proposal("APPROVE"), "canbo2.so");
    prepare(codes.get(2), DECIDE, "ASK_COUNCIL");
    check(codes.get(2), DECIDE);
    sign(codes.get(2), DECIDE);
    String waiting = item(codes.get(2)).taskId();
    assertThat(item(codes.get(2)).waiting()).isTrue();

    Document page = page(DIRECTOR);
    assertThat(options(page, item(codes.get(0)).taskId())).contains("truongphong.so").doesNotContain("canbo.so");
    assertThat(chosen(select(page, item(codes.get(0)).taskId()))).as("who may is away").isEmpty();
    assertThat(options(page, item(codes.get(1)).taskId())).contains("truongphong.so", "canbo.so");
    assertThat(chosen(select(page, item(codes.get(1)).taskId()))).isEqualTo("canbo.so");
    assertThat(page.text()).contains(codes.get(2));
    assertThat(page.select("input[name$=.task]").eachAttr("value")).as("may be handed on").contains(waiting);
    assertThat(chosen(select(page, waiting))).as("others have the next move").isEmpty();
    assertThat(chosen(select(page, item(codes.get(3)).taskId()))).isNotEmpty();
  }

  @Test
  @DisplayName("Bảng kể người làm việc; giám sát chỉ có tên khi thay ai hoặc đang giữ việc")
  void whoIsOnTheBoard() throws Exception {
    String supervisor = stage.officer("giamsat.so").name();
    assertThat(people(page(DIRECTOR))).contains(stage.officer("canbo.so").name()).doesNotContain(supervisor);
    desk.enterAbsence(new Absence("canbo.so", "giamsat.so", day(3, 11), day(3, 13), "Nghỉ phép"),
        UUID.randomUUID().toString(), stage.officer(DIRECTOR));
    assertThat(people(page(DIRECTOR))).contains(supervisor);
  }

  private static List<String> people(Document page) {
    return page.select("table").first().select("tbody tr th, tbody tr td:first-child").stream()
        .map(cell -> cell.child(0).child(0).text()).toList();
  }

  private static Element select(Document page, String task) {
    String name = page.select("input[name$=.task][value=" + task + "]").attr("name");
    return page.select("select[name$=.to]").stream()
        .filter(each -> each.attr("name").equals(name.replace(".task", ".to"))).findFirst().orElseThrow();
  }

  private static List<String> options(Document page, String task) {
    return select(page, task).select("option").eachAttr("value");
  }

  @Test
  @DisplayName("Thu về hàng đợi trên bảng; trong hai ngôn ngữ không còn mã nào thay cho câu chữ")
  void backToTheQueue() throws Exception {
    send(page(DIRECTOR), DIRECTOR);
    Document page = page(DIRECTOR);
    page.select("select[name$=.to]").forEach(select -> choose(select, "-queue"));
    send(page, DEPUTY);
    assertThat(holders()).containsOnlyNulls();
    for (String address : List.of(PAGE + "?lang=en", PAGE + "?balance=true", "/supervision/substitutes?lang=en")) {
      assertThat(read(get(address), DIRECTOR).select("main").text()).doesNotContain("??", "spread.", "substitutes.");
    }
  }

  private Document page(String login) throws Exception {
    return read(get(PAGE), login);
  }

  /** Sends the form as it stands, and gives the page that comes next. */
  private Document send(Document page, String login) throws Exception {
    MockHttpServletRequestBuilder request = post(PAGE).with(csrf());
    page.select("form[method=post] input[name]").forEach(each -> {
      if (!each.attr("name").equals("_csrf")) {
        request.param(each.attr("name"), each.attr("value"));
      }
    });
    page.select("form[method=post] select").forEach(each -> request.param(each.attr("name"), chosen(each)));
    var answer = web.perform(request.with(user(login))).andExpect(status().is3xxRedirection()).andReturn();
    return read(get(PAGE).flashAttrs(answer.getFlashMap()), login);
  }

  private Document read(MockHttpServletRequestBuilder request, String login) throws Exception {
    return Jsoup.parse(web.perform(request.with(user(login))).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }

  private static List<String> suggested(Document page) {
    return page.select("select[name$=.to]").stream().map(SpreadWorkTest::chosen).toList();
  }

  private static String chosen(Element select) {
    Element option = select.selectFirst("option[selected]");
    return option == null ? "" : option.attr("value");
  }

  private static void choose(Element select, String value) {
    select.select("option").forEach(each -> each.removeAttr("selected"));
    select.select("option[value=" + value + "]").attr("selected", "selected");
  }

  private List<String> holders() {
    return IntStream.range(0, codes.size()).mapToObj(n -> item(codes.get(n)).assignee()).toList();
  }
}
