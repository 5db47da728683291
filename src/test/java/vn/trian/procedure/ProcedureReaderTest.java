package vn.trian.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.trian.procedure.Fixtures.data;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.shared.Level;

class ProcedureReaderTest {

  private final Feel feel = new Feel();

  @Test
  void readsWhatTheFolderSays() {
    Procedure visit = Fixtures.visit();

    assertThat(visit.key()).isEqualTo("sampleVisit");
    assertThat(visit.code()).isEqualTo("9.000010");
    assertThat(visit.shortName()).isEqualTo(visit.name());
    assertThat(visit.setsOfPapers()).isEqualTo(1);
    assertThat(visit.fee()).isEqualTo(new Label("Không", "None"));
    assertThat(visit.legalBasis()).containsExactly(
        new LegalBasis("Điều 1 của ví dụ", Confidence.U, "true"),
        new LegalBasis("Điều 3 của ví dụ", Confidence.B, "requestKind = \"AGAIN\""));
    assertThat(visit.groundsFor(Map.of("requestKind", "FIRST"), new Feel())).extracting(LegalBasis::text)
        .containsExactly("Điều 1 của ví dụ");
    assertThat(visit.owner().residence()).isEqualTo("visitor.residence");
    assertThat(visit.step("decideVisit").level()).isEqualTo(Level.DEPARTMENT);
    assertThat(visit.step("decideVisit").check().role()).isEqualTo("DEPT_HEAD");
    assertThat(visit.step("confirmVisit").sign().form()).isNull();
    assertThat(visit.document("visitLetter").word()).isTrue();
    assertThat(visit.payment().kind()).isEqualTo(Payment.Kind.ONCE);
    assertThat(visit.forms()).containsOnlyKeys("confirm-visit", "visit-form");
    assertThat(visit.outcome("REJECT").needs()).containsExactly(Outcome.Need.REASON_CODE, Outcome.Need.REASON);
  }

  @Test
  void whatIsDrawnUpFromAnswersNeedsThem() {
    Procedure visit = Fixtures.visit();
    Step confirm = visit.step("confirmVisit");

    assertThat(visit.restsOnReason(confirm, "REJECT")).isTrue();
    assertThat(visit.restsOnReason(confirm, "SEND_ON")).as("no refusal").isFalse();
    assertThat(visit.restsOnReason(confirm, "")).isFalse();
    assertThat(visit.restsOnReason(visit.step("decideVisit"), "REJECT")).as("no outcome of this step").isFalse();
  }

  @Test
  void laysTheCommonPartsBeneathItsOwn() {
    Procedure visit = Fixtures.visit();

    assertThat(visit.steps().keySet()).containsExactly("confirmVisit", "decideVisit", "deliverResult");
    assertThat(visit.outcomes()).containsKeys("SEND_ON", "APPROVE");
    assertThat(visit.papers()).extracting(PaperKind::id).containsExactly("visitRequest", "formerLetter", "idCard");
    assertThat(visit.refusalReasons()).extracting(RefusalReason::code)
        .containsExactly("DATA_MISMATCH", "OUT_OF_PERIOD");
    assertThat(visit.reasonsFor(Map.of("requestKind", "AGAIN"), new Feel())).extracting(RefusalReason::code)
        .containsExactly("OUT_OF_PERIOD");
    assertThat(visit.refusalReason("DATA_MISMATCH").orElseThrow().name().vi()).isEqualTo("Tên mộ không khớp");
  }

  @Test
  void answersForOneCase() {
    Procedure visit = Fixtures.visit();
    Map<String, Object> first = CaseContext.feel(visit.applicationForm(), data("requestKind", "FIRST"));
    Map<String, Object> again = CaseContext.feel(visit.applicationForm(), data("requestKind", "AGAIN"));
    visit.derive(first, feel);
    visit.derive(again, feel);

    assertThat(visit.variantOf(again)).isEqualTo("AGAIN");
    assertThat(visit.codeOf("FIRST")).isEqualTo("9.000011");
    assertThat(visit.codeOf("AGAIN")).isEqualTo("9.000010");
    assertThat(visit.nameOf("AGAIN").vi()).isEqualTo("Thăm lại");
    assertThat(visit.route().steps(first, feel)).containsExactly("confirmVisit", "decideVisit");
    assertThat(visit.route().steps(again, feel)).containsExactly("confirmVisit");
    assertThat(visit.papersFor(first, feel)).extracting(asked -> asked.paper().id() + asked.required())
        .containsExactly("visitRequesttrue", "idCardfalse");
    assertThat(visit.papersFor(again, feel)).extracting(asked -> asked.paper().id() + asked.required())
        .containsExactly("visitRequesttrue", "formerLettertrue", "idCardfalse");
    assertThat(new Route("[\"a\", \"b\"]", null).steps(first, feel)).containsExactly("a", "b");
  }

  @Test
  void takesTheLimitThatWasInForce() {
    Procedure visit = Fixtures.visit();
    Map<String, Object> first = CaseContext.feel(visit.applicationForm(), data("requestKind", "FIRST"));
    Map<String, Object> again = CaseContext.feel(visit.applicationForm(), data("requestKind", "AGAIN"));
    Step step = visit.step("confirmVisit");

    assertThat(step.limit(LocalDate.of(2024, 12, 31), first, feel).orElseThrow().amount()).isEqualTo(5);
    assertThat(step.limit(LocalDate.of(2025, 1, 1), first, feel).orElseThrow().amount()).isEqualTo(3);
    assertThat(step.limit(LocalDate.of(2025, 1, 1), again, feel).orElseThrow().unit())
        .isEqualTo(StepLimit.Unit.CALENDAR_DAY);
    assertThat(visit.limitedRoute(LocalDate.of(2024, 3, 11), first, feel))
        .extracting(limited -> limited.id() + limited.limit().amount())
        .containsExactly("confirmVisit5", "decideVisit12");
  }

  @Test
  void findsWhatTheCrossFieldRulesForbid() {
    Procedure visit = Fixtures.visit();
    Map<String, Object> wrong = CaseContext.feel(visit.applicationForm(),
        data("relatives[0].birthYear", "1950", "relatives[0].deathYear", "1940"));

    assertThat(visit.brokenRules(wrong, feel, List.of())).singleElement().satisfies(problem -> {
      assertThat(problem.field()).isEqualTo("relatives[0].deathYear");
      assertThat(Sentences.of(problem)).isEqualTo("Năm chết không thể trước năm sinh.");
    });
    assertThat(visit.brokenRules(CaseContext.feel(visit.applicationForm(), data()), feel, List.of())).isEmpty();
  }

  @Test
  void aRuleIsSilentAboutWhatCannotBeRead() {
    Procedure visit = Fixtures.visit();
    Map<String, Object> wrong = CaseContext.feel(visit.applicationForm(),
        data("relatives[0].birthYear", "1950", "relatives[0].deathYear", "1940"));

    assertThat(visit.brokenRules(wrong, feel, List.of(new FieldProblem("relatives[1].deathYear", "field-no-year"))))
        .isEmpty();
    assertThat(visit.brokenRules(wrong, feel, List.of(new FieldProblem("relatives[1].fullName", "field-empty"),
        new FieldProblem("submissionDate", "field-empty")))).hasSize(1);
  }

  @Test
  void rulesOfAStepSeeTheAnswersAndTheButton() {
    Procedure visit = Fixtures.visit();
    Step confirm = visit.step("confirmVisit");
    Map<String, Object> answers = Map.of("graveFound", false);

    assertThat(confirm.brokenRules(Map.of("confirmVisit", answers, "outcome", "APPROVE"), feel, List.of()))
        .extracting(FieldProblem::field).containsExactly("graveFound");
    assertThat(confirm.brokenRules(Map.of("confirmVisit", answers, "outcome", "REJECT"), feel, List.of())).isEmpty();
    assertThat(visit.outcome("SEND_ON").shown()).isEqualTo("requestKind = \"FIRST\"");
    assertThat(visit.outcome("SEND_ON").body()).isEqualTo(Outcome.Body.FORENSIC);
    assertThat(visit.outcome("APPROVE").shown()).isEqualTo("true");
  }

  @Test
  void tellsEveryFaultAtOnceWithFilePathAndRemedy() {
    DomainException refusal = catchThrowableOfType(
        DomainException.class, () -> new ProcedureReader().read(Fixtures.BROKEN));

    assertThat(refusal.code()).isEqualTo("procedure-broken");
    assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID);
    List<String> sentences = refusal.problems().stream().map(Sentences::of).toList();
    for (String start : List.of(
        "procedure.yaml, key: chỉ gồm chữ không dấu",
        "procedure.yaml, key: không có tệp .bpmn nào có process id “1bad”",
        "procedure.yaml, code: phải đặt trong dấu nháy kép",
        "procedure.yaml, resultName.vi: còn thiếu",
        "procedure.yaml, owner.shoeSize: khóa không có trong quy ước",
        "procedure.yaml, papers[0].copyKind: “PHOTO” không hợp lệ; chọn một trong: ORIGINAL, CERTIFIED_COPY",
        "procedure.yaml, papers[0]: quantity phải từ 1 trở lên",
        "procedure.yaml, startForm: không có tệp missing-form.form",
        "procedure.yaml, route: không có bước “nowhere”",
        "procedure.yaml, steps.confirmVisit.level: “VILLAGE” không hợp lệ",
        "procedure.yaml, steps.confirmVisit.limits[0].amount: phải là số nguyên",
        "procedure.yaml, steps.confirmVisit.limits[1].validFrom: phải là ngày có thật",
        "procedure.yaml, steps.confirmVisit.prepare.role: mã vai trò",
        "procedure.yaml, steps.confirmVisit.prepare.form: không có tệp gone.form",
        "procedure.yaml, steps.confirmVisit.outcomes: không có kết quả “APPROVE”",
        "procedure.yaml, steps.confirmVisit.rules[0].field: bước này không có biểu mẫu",
        "procedure.yaml, steps.confirmVisit.documents.APPROVE: không có văn bản “ghost”",
        "procedure.yaml, eligibility.decision: không có tệp .dmn nào",
        "bad.form, components[0]: loại thành phần “html” không dùng được",
        "bad.form, components[1]: ô nhập chưa có key",
        "bad.form, components[2] (s): chưa có lựa chọn",
        "bad.form, components[3] (t): check “shoeSize” không có",
        "bad.form, components[3] (t).validate.pattern: biểu thức chính quy sai",
        "bad.form, t: có hai ô cùng đường dẫn này",
        "cut.form: không đọc được JSON ở dòng")) {
      assertThat(sentences).anySatisfy(sentence -> assertThat(sentence).startsWith(start).endsWith("."));
    }
  }

  @Test
  void refusesAKeyWrittenTwiceAndAMissingProcedure() {
    DomainException twice = catchThrowableOfType(DomainException.class,
        () -> new ProcedureReader().read(files("procedure.yaml", "key: a\nkey: b\n")));
    DomainException missing = catchThrowableOfType(DomainException.class,
        () -> new ProcedureReader().read(files("other.txt", "x")));

    assertThat(Sentences.of(twice.problems().get(0))).contains("procedure.yaml: không đọc được YAML ở dòng 2");
    assertThat(missing.problems()).extracting(Sentences::of)
        .containsExactly("procedure.yaml: còn thiếu tệp này; thêm vào thư mục thủ tục.");
  }

  @Test
  void pathsMustLeadToFieldsOfTheStartForm() {
    String yaml = Fixtures.VISIT.text("procedure.yaml").orElseThrow().replace("visitor.idNumber", "visitor.idNo");
    ProcedureFiles files = files("procedure.yaml", yaml).over(Fixtures.VISIT);

    DomainException refusal = catchThrowableOfType(DomainException.class, () -> new ProcedureReader().read(files));

    assertThat(refusal.problems()).extracting(FieldProblem::field).containsExactly("procedure.yaml#owner.idNumber");
  }

  @Test
  void derivesEachNameFromTheNamesBeforeIt() {
    Map<String, Object> context =
        new LinkedHashMap<>(data("requestKind", "AGAIN", "martyr.fullName", "Lê Đức", "other", 1));

    Fixtures.visit().derive(context, feel);

    assertThat(context).containsEntry("isAgain", true).containsEntry("greeting", "Again: Lê Đức")
        .containsEntry("other", 1);
  }

  @Test
  void derivedNamesAreFreeAndUsedOnlyBelow() {
    assertThat(faultsOf("""
        derived:
          early: late + 1
          late: early + 1
          itself: if itself then 1 else 2
          visitor: "1"
          confirmVisit: "1"
          item: "1"
          Capital: "1"
          nothing: ""
          harmless: '{late: 1, text: "harmless, last", of: visitor.last}.late'
          last: harmless
          nested: {a: b}
        """)).containsExactlyInAnyOrder(
        "procedure.yaml, derived.nested: phải là một giá trị đơn.",
        "procedure.yaml, derived.early: biểu thức dùng “late” là tên đứng sau; đưa “late” lên trước, hai tên không "
            + "được gọi lẫn nhau.",
        "procedure.yaml, derived.itself: biểu thức dùng chính tên của nó; bỏ chỗ gọi vòng.",
        "procedure.yaml, derived.visitor: hồ sơ đã có ô, bước hoặc dữ liệu mang tên này; đặt tên khác.",
        "procedure.yaml, derived.confirmVisit: hồ sơ đã có ô, bước hoặc dữ liệu mang tên này; đặt tên khác.",
        "procedure.yaml, derived.item: hồ sơ đã có ô, bước hoặc dữ liệu mang tên này; đặt tên khác.",
        "procedure.yaml, derived.Capital: tên chỉ gồm chữ không dấu và số, bắt đầu bằng chữ thường; đặt lại tên.",
        "procedure.yaml, derived.nothing: còn thiếu; bổ sung biểu thức.");
    assertThat(faultsOf("derived: [a, b]\n"))
        .containsExactly("procedure.yaml, derived: phải là một nhóm khóa: giá trị.");
  }

  private static List<String> faultsOf(String derived) {
    String yaml = Fixtures.VISIT.text("procedure.yaml").orElseThrow()
        .replaceFirst("(?s)derived:.*?(?=duplicateKey)", Matcher.quoteReplacement(derived))
        .replace("isAgain", "true");
    DomainException refusal = catchThrowableOfType(DomainException.class,
        () -> new ProcedureReader().read(files("procedure.yaml", yaml).over(Fixtures.VISIT)));
    return refusal.problems().stream().map(Sentences::of).toList();
  }

  private static ProcedureFiles files(String name, String text) {
    return ProcedureFiles.of(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }
}
