package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseState;
import vn.trian.document.DocumentView;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.Label;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.Lists;
import vn.trian.workflow.SubmissionList;
import vn.trian.workflow.WorkItem;

/** Many files go up as one list with one letter, and the level above works through it. */
@OnStage
class SubmissionListTest extends SharedModels {

  @Autowired private Desk desk;
  @Autowired private Lists lists;

  private Done signs(List<String> taskIds, String key, Actor actor) {
    return stage.as(actor, () -> desk.signList(taskIds, key, actor));
  }

  private Actor chair() {
    return stage.officer("chutich.dongkinh");
  }

  @Test
  @DisplayName("Ba hồ sơ trong một danh sách: một tờ trình, một danh sách, không văn bản lẻ nào")
  void oneLetterForAll() {
    List<String> codes = proposed(3);
    assertThat(lists.ready(chair())).singleElement()
        .satisfies(ready -> assertThat(ready.files()).extracting(WorkItem::caseCode)
            .containsExactlyInAnyOrderElementsOf(codes))
        .satisfies(ready -> assertThat(ready.procedureName().in("en")).isEqualTo("Shared models (sample)"))
        .satisfies(ready -> assertThat(ready.stepName().in("en")).isEqualTo("Confirm"));

    Done done = signs(tasksOf(codes), key(), chair());

    assertThat(done.code()).isEqualTo("done-list");
    assertThat(done.arguments()).containsExactly(Label.same("3"));
    SubmissionList list = lists.lastOf(codes.get(0)).orElseThrow();
    assertThat(list.caseCodes()).containsExactlyInAnyOrderElementsOf(codes);
    assertThat(lists.all(chair(), 0, 10).getContent()).extracting(SubmissionList::caseCodes)
        .contains(list.caseCodes());
    assertThat(documents.ofList(list.id())).extracting(DocumentView::kind)
        .containsExactly("submissionLetter", "beneficiaryList");
    assertThat(documents.ofList(list.id())).extracting(DocumentView::number).doesNotContainNull();
    for (String code : codes) {
      assertThat(issued(code)).as("no letter of its own").containsExactly("receipt");
      assertThat(state(code)).isEqualTo(CaseState.AT_DEPARTMENT);
      assertThat(record.statements(code)).last().satisfies(said -> assertThat(said.outcome()).isEqualTo("SIGN"));
    }
    assertThat(lists.ready(chair())).isEmpty();

    Actor officer = stage.officer("canbo.so");
    assertThat(lists.waitingHere(list, officer)).extracting(WorkItem::caseCode)
        .containsExactlyElementsOf(list.caseCodes());
    stage.as(officer, () -> {
      desk.claimList(list.id(), UUID.randomUUID().toString(), officer);
      return null;
    });
    assertThat(codes).allSatisfy(code -> assertThat(item(code).assignee()).isEqualTo("canbo.so"));
  }

  @Test
  @DisplayName("Trang danh sách bằng tiếng Anh gọi thủ tục và bước bằng tiếng Anh, trước và sau khi trình")
  void thePageOfListsNamesThemInEnglish() throws Exception {
    List<String> tasks = tasksOf(proposed(1));
    assertThat(fetched("/lists?lang=en", chair().login())).contains("Shared models (sample)", "Confirm");

    signs(tasks, key(), chair());
    assertThat(fetched("/lists?lang=en", chair().login())).contains("Shared models (sample)", "Confirm");
  }

  @Test
  @DisplayName("Bước đổi tên trong bản mới của thủ tục: danh sách của hồ sơ cũ vẫn gọi theo bản cũ")
  void listsSpeakAsTheReleaseOfTheirCases() {
    proposed(1);
    Map<String, byte[]> renamed = new HashMap<>();
    folder().names().forEach(name -> renamed.put(name, folder().bytes(name).orElseThrow()));
    renamed.computeIfPresent("procedure.yaml", (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
        .replace("name: {vi: Xác nhận, en: Confirm}", "name: {vi: Kiểm tra, en: Check}")
        .getBytes(StandardCharsets.UTF_8));
    deploy(ProcedureFiles.of(renamed));
    try {
      assertThat(lists.ready(chair())).singleElement()
          .satisfies(ready -> assertThat(ready.stepName().vi()).isEqualTo("Xác nhận"));
    } finally {
      deploy(folder());
    }
  }

  @Test
  @DisplayName("Ký lại với cùng khóa: không thêm danh sách, cùng câu trả lời")
  void sameKeySignsOnce() {
    List<String> codes = proposed(2);
    List<String> tasks = tasksOf(codes);
    String key = key();
    Done first = signs(tasks, key, chair());

    assertThat(signs(tasks, key, chair())).isEqualTo(first);
    assertThat(listsOf(codes.get(0))).isEqualTo(1);
  }

  @Test
  @DisplayName("Một hồ sơ không ký được thì cả danh sách không ký")
  void allOrNone() {
    List<String> codes = proposed(2);
    Actor deputy = stage.officer("phochutich.dongkinh");
    List<String> tasks = tasksOf(codes);
    stage.as(deputy, () -> {
      desk.claim(tasks.get(1), deputy);
      return null;
    });

    assertRefused(tasks, chair(), "task-taken");
    assertThat(codes).allSatisfy(code -> {
      assertThat(places(code)).containsExactly(CONFIRM + "/sign");
      assertThat(listsOf(code)).isZero();
      assertThat(record.handOvers(code)).isEmpty();
    });
  }

  @Test
  @DisplayName("Danh sách trống, hồ sơ đề xuất khác, việc của người khác: nói rõ vì sao không")
  void whatIsNoList() {
    List<String> codes = proposed(1);
    String refusal = acceptedOf("020170004400");
    prepare(refusal, CONFIRM, "REJECT");
    List<String> mixed = new ArrayList<>(tasksOf(codes));
    mixed.add(item(refusal).taskId());

    assertRefused(List.of(), chair(), "list-empty");
    assertRefused(mixed, chair(), "list-mixed");
    assertRefused(tasksOf(codes), stage.officer("chutich.maipha"), "task-unknown");
    assertThat(places(codes.get(0))).containsExactly(CONFIRM + "/sign");
  }

  private void assertRefused(List<String> tasks, Actor actor, String code) {
    assertThatThrownBy(() -> signs(tasks, key(), actor)).isInstanceOf(DomainException.class).hasMessage(code);
  }

  private int listsOf(String code) {
    return database.queryForObject("select count(*) from trian.submission_list_item where case_code = ?",
        Integer.class, code);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
