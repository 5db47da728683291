package vn.trian.workflow.modelgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.workflow.gate.OverHttp;
import vn.trian.workflow.release.ReleaseDeployer;

/** What passes the gate and what does not, on the way on which releases are put to work. */
@OverHttp
class ModelGateTest {

  /** What has no bound would take minutes; what has one takes a moment, or a few seconds on a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final List<String> TABLES =
      List.of("ACT_RE_DEPLOYMENT", "ACT_GE_BYTEARRAY", "ACT_RE_PROCDEF", "ACT_RE_DECISION_DEF");
  private static final String PROCEDURE = "procedure.yaml";
  private static Listening listening;

  @Autowired private ReleaseDeployer deployer;
  @Autowired private ModelGate gate;
  @Autowired private RepositoryService repository;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private MessageSource messages;

  @BeforeAll
  static void listen() {
    listening = Listening.open();
  }

  @AfterAll
  static void close() {
    listening.close();
  }

  @TestFactory
  @DisplayName("Bộ thủ tục xấu bị từ chối, không để lại gì")
  Stream<DynamicTest> badReleasesAreRefused() {
    List<BadReleases.Bad> all = BadReleases.all(listening.address());
    assertThat(all).hasSizeGreaterThan(120);
    return all.stream().map(bad -> DynamicTest.dynamicTest(bad.name(), () -> refused(bad)));
  }

  private void refused(BadReleases.Bad bad) {
    ProcedureFiles files = bad.folder().files();
    ProcedureFiles whole = files.over(ProcedureFiles.ofClasspath("bpmn/common"));
    Map<String, Integer> before = rows();
    Instant start = Instant.now();
    DomainException refusal = catchThrowableOfType(DomainException.class,
        () -> deployer.deploy(files));
    assertThat(Duration.between(start, Instant.now())).as("time").isLessThan(SOON);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo("procedure-broken");
    assertThat(refusal.problems()).extracting(FieldProblem::code).contains(bad.code());
    for (FieldProblem problem : refusal.problems()) {
      String file = problem.field().replaceAll("#.*", "");
      assertThat(whole.names()).contains(file);
      assertThat(sentence(problem, "vi")).contains(file).doesNotContainPattern("\\{\\d");
      assertThat(sentence(problem, "en")).isNotBlank().isNotEqualTo(sentence(problem, "vi"));
    }
    assertThat(rows()).isEqualTo(before);
    assertThat(listening.visits()).as("outgoing connections").isZero();
  }

  @TestFactory
  @DisplayName("Bộ thủ tục tốt được nhận")
  Stream<DynamicTest> goodReleasesPass() {
    Map<String, ProcedureFiles> good = new LinkedHashMap<>();
    for (String folder : List.of("bpmn/worship-allowance", "bpmn/certificate-reissue", "bpmn/burial-support",
        "bpmn/orthopedic-device", "src/test/resources/procedures/grave-visit",
        "src/test/resources/procedures/shared-models")) {
      good.put(folder, ProcedureFiles.ofFolder(Path.of(folder)));
    }
    GoodReleases.all().forEach((name, folder) -> good.put(name, folder.files()));
    assertThat(good).hasSizeGreaterThanOrEqualTo(30);
    return good.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> passes(each.getValue())));
  }

  private void passes(ProcedureFiles files) {
    try {
      AdmittedModels models = gate.check(files.over(ProcedureFiles.ofClasspath("bpmn/common")));
      assertThat(models.resources()).containsKey("frame.html").containsKey("level-step.bpmn");
    } catch (DomainException refusal) {
      throw new AssertionError(refusal.problems().stream().map(each -> sentence(each, "vi")).toList().toString());
    }
  }

  @Test
  @DisplayName("Mọi lỗi được nêu trong một lần")
  void allFaultsAreToldAtOnce() {
    Folder folder = Folder.with(Folder.way("t", "<bpmn:serviceTask id=\"t\" camunda:class=\"x.Y\"/>"))
        .put(Folder.FORM, "{").put("run.js", "1")
        .change(Folder.TEMPLATE, text -> text.replace("</body>", "<script></script></body>"));
    DomainException refusal = catchThrowableOfType(DomainException.class,
        () -> deployer.deploy(folder.files()));
    assertThat(refusal.problems()).extracting(FieldProblem::code).containsExactlyInAnyOrder("model-code",
        "model-not-json", "model-file-name", "model-template-element");
    assertThat(refusal.problems()).extracting(each -> sentence(each, "vi")).anyMatch(each -> each.contains(
        "extra.bpmn, t “Bước”: mô hình không được gọi mã chương trình qua “class”"));
    assertThat(refusal.problems()).extracting(each -> sentence(each, "en")).anyMatch(each -> each.contains(
        "extra.bpmn, t “Bước”: models do not reach code through “class”"));
  }

  @Test
  @DisplayName("Tên sai: câu nhắc nêu những tên dùng được")
  void namesToChooseFrom() {
    DomainException refusal = catchThrowableOfType(DomainException.class, () -> deployer.deploy(Folder.with(
        Folder.way("t", "<bpmn:callActivity id=\"t\" name=\"Bước\" calledElement=\"leveStep\""
            + " camunda:calledElementBinding=\"deployment\"/>")).files()));
    assertThat(refusal.problems()).extracting(each -> sentence(each, "vi"))
        .anyMatch(each -> each.contains("“leveStep”") && each.contains("issueDocument, ") && each.contains("levelStep"));
    refusal = catchThrowableOfType(DomainException.class, () -> deployer.deploy(Folder.with(Folder.way("t",
        "<bpmn:serviceTask id=\"t\" name=\"Bước\" camunda:delegateExpression=\"${setStat}\"/>")).files()));
    assertThat(refusal.problems()).extracting(each -> sentence(each, "vi"))
        .anyMatch(each -> each.contains("Viết ${tên} với một trong các tên:") && each.contains("setState"));
  }

  @Test
  @DisplayName("Lỗi của sơ đồ không che lỗi của procedure.yaml; nói rõ còn phần chưa kiểm tra")
  void faultsOfDiagramsHideNothing() {
    DomainException both = catchThrowableOfType(DomainException.class, () -> deployer.deploy(
        Folder.with("<bpmn:scriptTask id=\"a\"/>").change(PROCEDURE, text -> text.replaceFirst("amount: \\d+",
            "amount: 0")).files()));
    assertThat(both.problems()).extracting(each -> sentence(each, "vi"))
        .anyMatch(each -> each.contains("extra.bpmn")).anyMatch(each -> each.contains("amount phải từ 1"));
    assertThat(sentence(both)).endsWith("được kiểm tra sau khi sửa.");
    DomainException all = catchThrowableOfType(DomainException.class, () -> deployer.deploy(
        Folder.graveVisit().change(PROCEDURE, text -> text.replaceFirst("role: [A-Z_]+", "role: KING")).files()));
    assertThat(sentence(all)).endsWith("rồi tải lên lại.");
  }

  @Test
  @DisplayName("Điều đáng ngờ được nêu mà không chặn bản mới")
  void doubtsAreToldAndStopNothing() {
    ProcedureFiles files = Folder.graveVisit().put("extra.dmn", Folder.literal("", "nowhere.name"))
        .change(Folder.DIAGRAM, text -> text.replaceFirst("(<bpmn:flowNodeRef>)(\\w+)(</bpmn:flowNodeRef>)", ""))
        .change(Folder.DIAGRAM, text -> text.replace("name=\"Duyệt chi?\"", "name=\"Approve payment?\"")
            .replace("name=\"Được giới thiệu?\"", "name=\"Duoc gioi thieu?\""))
        .files().over(ProcedureFiles.ofClasspath("bpmn/common"));
    gate.check(files);
    List<FieldProblem> doubts = gate.warnings(files);
    assertThat(doubts).extracting(FieldProblem::code)
        .contains("model-name-unknown", "model-lane-none", "model-text-english");
    assertThat(doubts.stream().filter(each -> each.code().equals("model-text-english"))).hasSize(2);
    assertThat(doubts).extracting(each -> sentence(each, "vi")).allMatch(each -> each.startsWith("Tệp "))
        .anyMatch(each -> each.contains("“nowhere” không phải ô"));
    assertThat(doubts).extracting(each -> sentence(each, "en")).allMatch(each -> each.startsWith("File "));
  }

  @Test
  @DisplayName("Tệp có hàng nghìn lỗi không làm câu trả lời phình ra")
  void faultsAreCounted() {
    Folder folder = Folder.with("<bpmn:scriptTask id=\"a\"/>".repeat(3000));
    DomainException refusal = catchThrowableOfType(DomainException.class,
        () -> deployer.deploy(folder.files()));
    assertThat(refusal.problems()).hasSizeLessThanOrEqualTo(Findings.MOST);
  }

  @Test
  @DisplayName("Động cơ không nhận mô hình chưa qua cổng, đi đường nào cũng vậy")
  void theEngineTakesNothingElse() {
    Map<String, Integer> before = rows();
    String model = Folder.process("unchecked", Folder.way("t", "<bpmn:manualTask id=\"t\"/>"));
    assertThatThrownBy(() -> repository.createDeployment().addString("unchecked.bpmn", model).deploy())
        .isInstanceOf(DomainException.class).hasMessage("deployment-not-admitted");
    AdmittedModels admitted = gate.check(Folder.graveVisit().files()
        .over(ProcedureFiles.ofClasspath("bpmn/common")));
    assertThatThrownBy(() -> gate.deploying(admitted,
        () -> repository.createDeployment().addString(Folder.DIAGRAM, model).deploy()))
        .isInstanceOf(DomainException.class).hasMessage("deployment-not-admitted");
    assertThat(rows()).isEqualTo(before);
  }

  private Map<String, Integer> rows() {
    Map<String, Integer> rows = new TreeMap<>();
    Stream.concat(TABLES.stream(), Stream.of("trian.procedure_release", "trian.release_file")).forEach(table ->
        rows.put(table, jdbc.queryForObject("select count(*) from " + table, Integer.class)));
    return rows;
  }

  private String sentence(DomainException refusal) {
    return messages.getMessage(refusal.code(), refusal.arguments("vi"), Locale.forLanguageTag("vi"));
  }

  private String sentence(FieldProblem problem, String language) {
    Object[] arguments = problem.arguments().stream()
        .map(each -> each instanceof Label label ? label.in(language) : each).toArray();
    return messages.getMessage(problem.code(), arguments, Locale.forLanguageTag(language));
  }
}
