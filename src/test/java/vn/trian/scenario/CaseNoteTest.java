package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.casefile.CaseNote;
import vn.trian.casefile.CaseNotes;
import vn.trian.organization.Officer;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.NewNote;

/** Supervisors write to those who work on a case; nobody else reads it, the citizen least of all. */
@OnStage
@DisplayName("Ghi chú của người giám sát")
class CaseNoteTest extends SharedModels {

  private static final String WORDS = "Đề nghị làm trước hồ sơ này\n<b>trong tuần</b>.";
  private static final String OFFICER = "canbo.dongkinh";

  @Autowired private Desk desk;
  @Autowired private CaseNotes notes;
  @Autowired private WebApplicationContext application;

  private MockMvc web;

  @BeforeEach
  void openTheDoors() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
  }

  @Test
  @DisplayName("Người nhận thấy ở trang chủ, khi mở việc, ở trang hồ sơ; bấm “Đã đọc” thì chỗ nào cũng biết")
  void whomItIsForReadsIt() throws Exception {
    String code = accepted();
    Done done = note(code, OFFICER, WORDS, "truongphong.tpls");
    assertThat(done.arguments()).extracting(each -> each.in("vi")).containsExactly(stage.officer(OFFICER).name());
    String frame = "/api/tasks/" + item(code).taskId() + "/frame";

    assertThat(body(get("/").with(user(OFFICER)))).contains("Ghi chú chưa đọc", "&lt;b&gt;trong tuần");
    assertThat(body(get(frame).with(user(OFFICER)))).contains("trong tuần");
    assertThat(body(get("/").with(user("motcua.dongkinh")))).doesNotContain("trong tuần");
    String id = unread(OFFICER).get(0).id();
    web.perform(post("/notes/{note}/read", id).param("key", key()).with(csrf()).with(user(OFFICER)))
        .andExpect(redirectedUrl("/"));

    assertThat(unread(OFFICER)).isEmpty();
    assertThat(body(get(frame).with(user(OFFICER)))).doesNotContain("trong tuần");
    assertThat(body(get("/cases/" + code).with(user("truongphong.tpls"))))
        .contains(stage.officer(OFFICER).name() + " đã đọc lúc");
    assertThat(logged(code)).endsWith("NOTE", "NOTE_READ");
  }

  @Test
  @DisplayName("Gửi cơ quan: ai ở đó cũng đọc được, người đọc trước được ghi lại, đọc lần nữa không đổi")
  void anybodyOfTheOfficeReadsIt() {
    String code = accepted();
    note(code, null, WORDS, "giamdoc.so");
    CaseNote sent = unread("motcua.dongkinh").get(0);
    assertThat(unread(OFFICER)).extracting(CaseNote::id).containsExactly(sent.id());
    assertThat(unread("canbo.maipha")).isEmpty();

    assertThat(desk.readNote(sent.id(), key(), stage.officer("motcua.dongkinh"))).isEqualTo(code);
    desk.readNote(sent.id(), key(), stage.officer(OFFICER));

    assertThat(notes.seen(code, stage.officer(OFFICER))).singleElement()
        .satisfies(note -> assertThat(note.readByName()).isEqualTo(stage.officer("motcua.dongkinh").name()));
    assertThat(logged(code)).filteredOn("NOTE_READ"::equals).hasSize(1);
  }

  @Test
  @DisplayName("Quản trị hệ thống làm việc ở Sở nhưng không đọc được ghi chú gửi Sở")
  void administratorsAreNotOfTheOffice() {
    String code = atDepartment();
    note(code, null, WORDS, "giamdoc.so");
    String id = unread("canbo.so").get(0).id();
    assertThat(unread("admin")).isEmpty();
    assertThat(seen(code, "admin")).isEmpty();
    assertRefused("note-unknown", () -> desk.readNote(id, key(), stage.officer("admin")));
  }

  @ParameterizedTest
  @CsvSource({
      "chutich.dongkinh,", "phochutich.dongkinh,", "giamsat.dongkinh,", "truongphong.tpls,", "giamdoc.so,",
      "giamsat.so,", "truongphong.so,", "canbo.dongkinh, only-supervisor-notes",
      "motcua.dongkinh, only-supervisor-notes",
      "canbo.so, only-supervisor-notes", "vanthu.so, only-supervisor-notes", "chutich.maipha, case-unknown",
      "truongphong.caoloc, case-unknown", "giamsat.maipha, case-unknown", "admin, case-unknown"})
  @DisplayName("Người giám sát trong phạm vi viết được, không ai khác")
  void whoWrites(String login, String refusal) {
    String code = accepted();
    if (refusal == null) {
      note(code, null, WORDS, login);
      assertThat(logged(code)).endsWith("NOTE");
    } else {
      assertRefused(refusal, () -> note(code, null, WORDS, login));
      assertRefused(refusal, () -> note(code, OFFICER, " ", login));
      assertThat(logged(code)).doesNotContain("NOTE");
    }
  }

  @Test
  @DisplayName("Người nhận: đang, đã hoặc có thể giải quyết; không gửi được ra ngoài phạm vi, kể cả lên cấp trên")
  void toWhom() {
    String code = atDepartment();
    assertThat(addressees(code, "giamdoc.so")).contains("canbo.so", OFFICER, "chutich.dongkinh", "motcua.dongkinh")
        .doesNotContain("giamdoc.so", "ketoan.so", "canbo.maipha");
    assertThat(addressees(code, "chutich.dongkinh")).contains(OFFICER).doesNotContain("canbo.so", "giamdoc.so");
    assertThat(addressees(code, OFFICER)).isEmpty();
    assertRefused("note-addressee", () -> note(code, "canbo.so", WORDS, "chutich.dongkinh"));
    assertRefused("note-addressee", () -> note(code, "canbo.maipha", WORDS, "giamdoc.so"));
    assertRefused("note-addressee", () -> note(code, "nobody", WORDS, "giamdoc.so"));
    assertRefused("note-office-elsewhere", () -> note(code, null, WORDS, "chutich.dongkinh"));
    assertRefused("note-empty", () -> note(code, "canbo.so", " \n ", "giamdoc.so"));
    assertRefused("text-too-long", () -> note(code, "canbo.so", "a".repeat(1001), "giamdoc.so"));
    note(code, "canbo.so", "a".repeat(1000), "giamdoc.so");
  }

  @Test
  @DisplayName("Đọc được: cơ quan người viết, cơ quan người nhận và cấp trên; không có trong diễn biến, trang tra cứu")
  void whoSeesIt() throws Exception {
    String code = atDepartment();
    note(code, "canbo.so", WORDS, "giamdoc.so");
    note(code, OFFICER, "Ghi chú nội bộ của xã.", "chutich.dongkinh");

    assertThat(seen(code, "giamsat.so")).hasSize(2);
    assertThat(seen(code, "truongphong.tpls")).containsExactly("Ghi chú nội bộ của xã.");
    assertThat(seen(code, "motcua.dongkinh")).containsExactly("Ghi chú nội bộ của xã.");
    assertThat(seen(code, "chutich.maipha")).isEmpty();
    assertThat(seen(code, "admin")).isEmpty();
    assertThat(record.log(code)).noneMatch(entry -> entry.summary().vi().contains("trong tuần"));
    assertThat(body(get("/cases/" + code).with(user("chutich.dongkinh")))).contains("Ghi chú nội bộ của xã.")
        .doesNotContain("trong tuần");
    assertThat(body(get("/track/" + code).param("k", file(code).lookupSecret()))).contains(code)
        .doesNotContain("trong tuần", "nội bộ", "Ghi chú");
  }

  @Test
  @DisplayName("Ghi chú của người khác trả lời như ghi chú bịa ra")
  void foreignNotesAreLikeInventedOnes() throws Exception {
    String code = accepted();
    note(code, OFFICER, WORDS, "chutich.dongkinh");
    String id = unread(OFFICER).get(0).id();
    for (String login : List.of("chutich.dongkinh", "motcua.dongkinh", "canbo.maipha", "giamsat.so", "admin")) {
      assertRefused("note-unknown", () -> desk.readNote(id, key(), stage.officer(login)));
      assertRefused("note-unknown", () -> desk.readNote("invented", key(), stage.officer(login)));
    }
    web.perform(post("/api/notes/{note}/read", id).with(csrf()).with(user("canbo.maipha"))
        .header("Idempotency-Key", key())).andExpect(status().isNotFound());
    assertThat(unread(OFFICER)).hasSize(1);
  }

  @Test
  @DisplayName("Cùng khóa: một ghi chú")
  void sameKeyWritesOnce() {
    String code = accepted();
    Actor head = stage.officer("chutich.dongkinh");
    String key = key();
    Done first = desk.note(code, new NewNote(OFFICER, WORDS), key, head);
    assertThat(desk.note(code, new NewNote(OFFICER, WORDS), key, head)).isEqualTo(first);
    assertThat(unread(OFFICER)).hasSize(1);
  }

  private Done note(String code, String addressee, String words, String login) {
    Actor writer = stage.officer(login);
    return stage.as(writer, () -> desk.note(code, new NewNote(addressee, words), key(), writer));
  }

  private List<CaseNote> unread(String login) {
    return notes.unread(stage.officer(login));
  }

  private List<String> seen(String code, String login) {
    return notes.seen(code, stage.officer(login)).stream().map(CaseNote::words).toList();
  }

  private List<String> addressees(String code, String login) {
    return desk.addressees(code, stage.officer(login)).stream().map(Officer::login).toList();
  }

  private String body(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static void assertRefused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(DomainException.class).hasMessage(code);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
