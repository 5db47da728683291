package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.deadline.LedgerKind;
import vn.trian.document.PdfText;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.support.Together;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.WaitingApologies;
import vn.trian.workflow.Apologies;
import vn.trian.workflow.Apology;
import vn.trian.workflow.ApologyRounds;
import vn.trian.workflow.Desk;
import vn.trian.workflow.NewPromise;

/** One working day before a promise is broken a draft apology waits for the head, who alone releases it. */
abstract class ApologyRules extends SharedModels {

  private static final String CHAIR = "chutich.dongkinh";
  private static final NewPromise KEPT = new NewPromise(day(4, 10), "MANY_FILES", null);

  @Autowired private ApologyRounds rounds;
  @Autowired private Apologies apologies;
  @Autowired private WaitingApologies lists;
  @Autowired private Desk desk;
  @Autowired private RuntimeService engine;
  @Autowired private WebApplicationContext application;

  private MockMvc web;

  @BeforeEach
  void browser() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
  }

  @Test
  @DisplayName("Hẹn thứ Hai: có bản nháp từ thứ Sáu, trước đó không; cuối tuần và hôm sau không có bản thứ hai")
  void oneWorkingDayBeforeOverAWeekend() {
    String code = accepted();
    assertThat(file(code).dueOn()).isEqualTo(day(4, 1));
    on(3, 28);
    rounds.look();
    assertThat(waits(code)).isFalse();
    on(3, 29);
    rounds.look();
    assertThat(waits(code)).isTrue();
    for (int[] later : new int[][] {{3, 29}, {3, 30}, {4, 1}, {4, 2}}) {
      on(later[0], later[1]);
      rounds.look();
      assertThat(drafts(code)).isEqualTo(1);
    }
    assertThat(logged(code)).filteredOn("APOLOGY_DRAFT"::equals).hasSize(1);
    assertThat(file(code).dueOn()).as("a draft promises nothing").isEqualTo(day(4, 1));
    assertThat(issued(code)).containsExactly("receipt");
  }

  @Test
  @DisplayName("Hẹn ngay sau kỳ nghỉ lễ: có bản nháp vào ngày làm việc cuối trước kỳ nghỉ")
  void oneWorkingDayBeforeOverHolidays() {
    on(4, 10);
    String code = accepted();
    assertThat(file(code).dueOn()).as("29/04 swapped, 30/04 and 01/05 off").isEqualTo(day(5, 2));
    on(4, 25);
    rounds.look();
    assertThat(waits(code)).isFalse();
    on(4, 26);
    rounds.look();
    assertThat(waits(code)).isTrue();
  }

  @Test
  @DisplayName("Ngày mới tính từ hôm nay theo hạn của bước đang làm và các bước còn lại")
  void theNewDayIsComputed() {
    String early = accepted();
    on(3, 29);
    rounds.look();
    assertThat(draft(early).newDay()).as("5 working days to 05/04, 12 days to 17/04").isEqualTo(day(4, 17));
  }

  @Test
  @DisplayName("Ngày mới đề xuất đã qua: tính lại khi xem")
  void aProposedDayThatIsOverIsComputedAnew() throws Exception {
    String code = drafted();
    on(4, 22);
    assertThat(page("/cases/" + code, CHAIR).select("#apology [name=newDay]").val()).as("02/05 and 12 days")
        .isEqualTo("14/05/2024");
    assertThat(page("/supervision/apologies", CHAIR).select("tbody").text()).contains(code)
        .doesNotContain("17/04/2024");
  }

  @Test
  @DisplayName("Lời của bản nháp theo ngày: còn trước hẹn, đúng ngày hẹn, ngày hẹn đã qua")
  void wordsByTheDay() throws Exception {
    String code = drafted();
    assertThat(page("/cases/" + code, CHAIR).select("#apology p").first().text()).contains("trước ngày này");
    on(4, 1);
    assertThat(page("/cases/" + code, CHAIR).select("#apology p").first().text()).startsWith("Hôm nay, 01/04/2024")
        .doesNotContain("trước ngày này");
    on(4, 2);
    assertThat(page("/cases/" + code, CHAIR).select("#apology p").first().text())
        .startsWith("Ngày hẹn trả kết quả 01/04/2024 đã qua.").doesNotContain("trước ngày này");
  }

  @Test
  @DisplayName("Hai máy chủ cùng tìm: một bản nháp")
  void nodesThatLookAtOnceDraftOne() {
    String code = accepted();
    on(3, 29);
    Together.act(4, n -> {
      rounds.look();
      return n;
    });
    assertThat(drafts(code)).isEqualTo(1);
    assertThat(logged(code)).filteredOn("APOLOGY_DRAFT"::equals).hasSize(1);
  }

  @Test
  @DisplayName("Bản nháp tự mất khi tạm dừng, khi rút hồ sơ, khi có kết quả, khi đổi ngày hẹn")
  void aDraftGoesAwayByItself() {
    String paused = acceptedOf("020170009901");
    String withdrawn = acceptedOf("020170009902");
    String decided = acceptedOf("020170009903");
    String extended = acceptedOf("020170009904");
    prepare(decided, CONFIRM, "APPROVE");
    sign(decided, CONFIRM);
    prepare(decided, DECIDE, "APPROVE");
    check(decided, DECIDE);
    on(3, 29);
    rounds.look();
    assertThat(List.of(paused, withdrawn, decided, extended)).allMatch(this::waits);
    assertThat(lists.count(all(), stage.officer("giamdoc.so"))).isEqualTo(4);

    prepare(paused, CONFIRM, "SUPPLEMENT");
    stage.withdraw(withdrawn, "dongkinh", "Thôi.");
    sign(decided, DECIDE);
    stamps(decided, "issueDecision/stampDocument");
    release(extended, KEPT, CHAIR);
    assertThat(List.of(paused, withdrawn, decided, extended)).noneMatch(this::waits);
    assertThat(lists.count(all(), stage.officer("giamdoc.so"))).isZero();
    rounds.look();
    assertThat(List.of(paused, withdrawn, decided, extended)).noneMatch(this::waits);
    assertThat(database.queryForList("select state from trian.apology order by state", String.class))
        .as("put aside, still waiting for their clocks or the hand-over, released")
        .containsExactly("OVER", "RELEASED", "WAITING", "WAITING");
    on(4, 1);
    brings(paused, CONFIRM + "/receiveSupplement", "SUPPLEMENTED");
    assertThat(waits(paused)).as("of a promise that no longer stands").isFalse();
    assertThat(lists.count(all(), stage.officer("giamdoc.so"))).isZero();
  }

  @Test
  @DisplayName("Hồ sơ đang bị dừng trong máy quy trình: chưa soạn; chạy lại thì soạn")
  void aHaltedCaseRests() {
    String code = accepted();
    String instance = stage.instances(code).get(0).getId();
    engine.suspendProcessInstanceById(instance);
    on(3, 29);
    rounds.look();
    assertThat(waits(code)).isFalse();
    engine.activateProcessInstanceById(instance);
    rounds.look();
    assertThat(waits(code)).isTrue();
  }

  @Test
  @DisplayName("Đã hẹn lại đủ số lần: không soạn thêm")
  void noDraftThatCouldNotBeReleased() {
    String code = accepted();
    release(code, KEPT, CHAIR);
    on(4, 9);
    rounds.look();
    assertThat(waits(code)).isFalse();
    assertThat(refusal(() -> release(code, new NewPromise(day(4, 30), "OTHER", "Chờ."), CHAIR)))
        .isEqualTo("extension-used-up");
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAIR, "phochutich.dongkinh"})
  @DisplayName("Người đứng đầu hoặc cấp phó phát hành: có phiếu có số, sổ thời hạn, ngày hẹn mới, trang tra cứu")
  void theHeadReleases(String head) throws Exception {
    String code = drafted();
    release(code, KEPT, head);

    assertThat(file(code).dueOn()).isEqualTo(day(4, 10));
    assertThat(issued(code)).containsExactly("receipt", "apology");
    assertThat(documents.issued(code, "apology").orElseThrow().symbol()).matches("\\d+/PXL.*");
    assertThat(lastLine(code).kind()).isEqualTo(LedgerKind.EXTENDED);
    assertThat(lastLine(code).explanation()).endsWith("Số hồ sơ nhận cùng lúc quá nhiều");
    assertThat(logged(code)).endsWith("APOLOGY_DRAFT", "EXTEND");
    String track = tracked(code, "vi");
    assertThat(track).contains("Ngày hẹn 01/04/2024 được đổi thành ngày 10/04/2024",
        "Lý do: Số hồ sơ nhận cùng lúc quá nhiều", "Hẹn trả kết quả 10/04/2024");
    assertThat(tracked(code, "en")).contains("Reason: Too many files came at once");
  }

  @Test
  @DisplayName("Trang tra cứu không hiện lời giải thích của cán bộ, chỉ tên lý do")
  void theCitizenPageNamesTheReasonOnly() throws Exception {
    String code = drafted();
    release(code, new NewPromise(day(4, 10), "VERIFYING_ELSEWHERE", "Hỏi ông Lương Văn Sáu."), CHAIR);
    assertThat(tracked(code, "vi")).contains("Phải xác minh").doesNotContain("Sáu");
  }

  @Test
  @DisplayName("Chỉ người đứng đầu nơi đang giữ hồ sơ phát hành hoặc bỏ; người ngoài không biết có hồ sơ")
  void onlyTheHeadReleases() {
    String code = drafted();
    for (String login : List.of("canbo.dongkinh", "motcua.dongkinh", "giamsat.dongkinh", "giamdoc.so", "canbo.so",
        "truongphong.tpls", "giamsat.so")) {
      assertThat(refusal(() -> release(code, KEPT, login))).as(login).isEqualTo("only-head-extends");
      assertThat(refusal(() -> discard(code, "Sẽ kịp.", login))).as(login).isEqualTo("only-head-discards");
    }
    for (String login : List.of("chutich.maipha", "canbo.maipha", "giamsat.maipha", "truongphong.caoloc", "admin")) {
      assertThat(refusal(() -> release(code, KEPT, login))).as(login).isEqualTo("case-unknown");
      assertThat(refusal(() -> discard(code, "Sẽ kịp.", login))).as(login).isEqualTo("case-unknown");
      assertThat(refusal(() -> propose(code, KEPT, login))).as(login).isEqualTo("case-unknown");
    }
    assertThat(waits(code)).isTrue();
    assertThat(file(code).dueOn()).isEqualTo(day(4, 1));
  }

  @Test
  @DisplayName("Cán bộ đang xử lý đề xuất ngày và lý do; người khác thì không; người đứng đầu sửa rồi phát hành")
  void officersPropose() {
    String code = drafted();
    NewPromise wish = new NewPromise(day(4, 8), "COMPLEX_CASE", "Nhiều thân nhân.");
    for (String login : List.of("motcua.dongkinh", "giamsat.dongkinh", "canbo.so", "giamdoc.so")) {
      assertThat(refusal(() -> propose(code, wish, login))).as(login).isEqualTo("only-officers-propose");
    }
    propose(code, wish, "canbo.dongkinh");
    Apology draft = draft(code);
    assertThat(draft.newDay()).isEqualTo(day(4, 8));
    assertThat(draft.reasonCode()).isEqualTo("COMPLEX_CASE");
    assertThat(draft.changedName()).isEqualTo(stage.officer("canbo.dongkinh").name());
    assertThat(file(code).dueOn()).isEqualTo(day(4, 1));
    assertThat(issued(code)).containsExactly("receipt");

    propose(code, new NewPromise(null, null, null), "canbo.dongkinh");
    assertThat(draft(code).newDay()).as("a proposal without a day leaves it").isEqualTo(day(4, 8));
    assertThat(refusal(() -> propose(code, new NewPromise(day(4, 1), null, null), "canbo.dongkinh")))
        .isEqualTo("new-day-too-early");
    release(code, KEPT, CHAIR);
    assertThat(file(code).dueOn()).isEqualTo(day(4, 10));
  }

  @Test
  @DisplayName("Người đứng đầu bỏ bản nháp có ghi lý do: không soạn lại cho ngày hẹn ấy")
  void theHeadDiscards() {
    String code = drafted();
    assertThat(refusal(() -> discard(code, " ", CHAIR))).isEqualTo("reason-missing");
    discard(code, "Sẽ có kết quả đúng hẹn.", CHAIR);
    assertThat(waits(code)).isFalse();
    assertThat(logged(code)).endsWith("APOLOGY_DISCARD");
    on(4, 1);
    rounds.look();
    assertThat(waits(code)).isFalse();
    assertThat(refusal(() -> discard(code, "Lần nữa.", CHAIR))).isEqualTo("no-apology-waits");
    assertThat(refusal(() -> propose(code, KEPT, "canbo.dongkinh"))).isEqualTo("no-apology-waits");
  }

  @Test
  @DisplayName("Hồ sơ đã lên cấp trên: người đứng đầu cấp trên phát hành, cấp dưới không")
  void theHolderApologizes() {
    String code = atDepartment();
    on(3, 29);
    rounds.look();
    assertThat(refusal(() -> release(code, KEPT, CHAIR))).isEqualTo("only-head-extends");
    assertThat(lists.count(all(), stage.officer(CHAIR))).as("waits for another head").isZero();
    assertThat(lists.ownCount(stage.officer("giamdoc.so"))).isEqualTo(1);
    release(code, KEPT, "giamdoc.so");
    assertThat(file(code).dueOn()).isEqualTo(day(4, 10));
  }

  @Test
  @DisplayName("Trang chủ, trang giám sát, trang hồ sơ; bản xem trước là dự thảo, không số")
  void whereItIsSeen() throws Exception {
    String code = drafted();
    assertThat(page("/", CHAIR).select("a[href='/supervision/apologies'] strong").text()).isEqualTo("1");
    assertThat(page("/", "giamdoc.so").select("main a[href='/supervision/apologies']")).isEmpty();
    for (String login : List.of(CHAIR, "giamsat.dongkinh", "giamdoc.so", "truongphong.tpls")) {
      Document list = page("/supervision/apologies", login);
      assertThat(list.select("#found").text()).as(login).isEqualTo("1 hồ sơ");
      assertThat(list.select("tbody").text()).contains(code, "01/04/2024", "17/04/2024");
    }
    assertThat(page("/supervision/apologies", "chutich.maipha").select("main").text()).doesNotContain(code);
    assertThat(page("/cases/" + code, CHAIR).select("#apology button").eachText())
        .containsExactly("Ký phiếu và hẹn lại", "Lưu đề xuất", "Xem bản nháp", "Bỏ bản nháp");
    assertThat(page("/cases/" + code, "canbo.dongkinh").select("#apology button").eachText())
        .containsExactly("Lưu đề xuất", "Xem bản nháp");
    assertThat(page("/cases/" + code, "giamsat.so").select("#apology").text()).contains("BẢN NHÁP", "17/04/2024");
    assertThat(page("/cases/" + code, "giamsat.so").select("#apology button")).isEmpty();

    byte[] pdf = web.perform(post("/cases/{code}/apology.pdf", code).with(user(CHAIR)).with(csrf())
        .param("newDay", "09/04/2024").param("reasonCode", "SYSTEM_FAULT").param("reason", "")).andReturn()
        .getResponse().getContentAsByteArray();
    assertThat(PdfText.of(pdf).replaceAll("\\s+", " ")).contains("Dự thảo", "09 tháng 04 năm 2024",
        "Sự cố hệ thống, đường truyền").doesNotContain("/PXL");
    assertThat(issued(code)).containsExactly("receipt");
  }

  private String drafted() {
    String code = accepted();
    on(3, 29);
    rounds.look();
    assertThat(waits(code)).isTrue();
    return code;
  }

  private boolean waits(String code) {
    return apologies.waiting(file(code)).isPresent();
  }

  private Apology draft(String code) {
    return apologies.waiting(file(code)).orElseThrow();
  }

  private int drafts(String code) {
    return database.queryForObject("select count(*) from trian.apology where case_code = ?", Integer.class, code);
  }

  private CaseFilter all() {
    return CaseFilter.read(Map.of(), clock.now().toLocalDate());
  }

  private void release(String code, NewPromise promise, String login) {
    Actor actor = stage.officer(login);
    stage.as(actor, () -> desk.extend(code, promise, UUID.randomUUID().toString(), actor));
  }

  private void propose(String code, NewPromise promise, String login) {
    Actor actor = stage.officer(login);
    stage.as(actor, () -> desk.proposeApology(code, promise, UUID.randomUUID().toString(), actor));
  }

  private void discard(String code, String why, String login) {
    Actor actor = stage.officer(login);
    stage.as(actor, () -> desk.discardApology(code, why, UUID.randomUUID().toString(), actor));
  }

  private static String refusal(ThrowingCallable action) {
    DomainException refusal = catchThrowableOfType(DomainException.class, action);
    return refusal == null ? null : refusal.code();
  }

  private Document page(String address, String login) throws Exception {
    return Jsoup.parse(web.perform(get(address).with(user(login))).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }

  private String tracked(String code, String language) throws Exception {
    return Jsoup.parse(web.perform(get("/track/{code}", code).param("k", file(code).lookupSecret())
        .param("lang", language)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
        .select("main").text();
  }
}
