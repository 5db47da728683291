package vn.trian.procedure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trian.shared.DomainException;

/**
 * Reads the files of a release into a {@link Procedure}. Looks at what can be told from the files alone;
 * whether diagrams, tables and expressions run is for the engine's gate.
 */
@Component
public class ProcedureReader {

  /** The procedure itself. */
  public static final String PROCEDURE = "procedure.yaml";
  /** What all procedures share. */
  public static final String COMMON = "common.yaml";

  private static final ObjectMapper YAML = new YAMLMapper(
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{1,63}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  /**
   * Reads a release.
   *
   * @param files the procedure's folder together with the common folder; without {@code common.yaml}
   *              nothing is shared
   * @throws DomainException of kind INVALID, code {@code procedure-broken}, whose problems name every fault
   *                         with file, path and remedy
   */
  public Procedure read(ProcedureFiles files) {
    Faults faults = new Faults();
    ProcedureYaml own = bind(files, PROCEDURE, ProcedureYaml.class, faults, true);
    CommonParts common = bind(files, COMMON, CommonParts.class, faults, false);
    Map<String, FormSchema> forms = new LinkedHashMap<>();
    FormReader formReader = new FormReader(faults);
    for (String name : files.names(".form")) {
      FormSchema form = formReader.read(name, files.bytes(name).orElseThrow());
      forms.put(form.name(), form);
    }
    Procedure procedure = own == null ? null : merge(own, common == null ? CommonParts.none() : common, forms);
    if (procedure != null) {
      new References(procedure, own, files, faults).check();
      new DerivedNames(procedure, faults).check();
    }
    faults.orThrow("procedure-broken");
    return procedure;
  }

  private static <T extends Record> T bind(
      ProcedureFiles files, String name, Class<T> type, Faults faults, boolean needed) {
    byte[] bytes = files.bytes(name).orElse(null);
    if (bytes == null) {
      if (needed) {
        faults.add(name, "", "còn thiếu tệp này; thêm vào thư mục thủ tục");
      }
      return null;
    }
    try {
      JsonNode tree = YAML.readTree(bytes);
      return new RecordBinder(name, faults).bind(tree, type, "");
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      faults.add(name, "", "không đọc được YAML ở dòng " + line + " (" + firstLine(broken.getOriginalMessage())
          + "); sửa cú pháp, mỗi khóa chỉ ghi một lần");
      return null;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static Procedure merge(ProcedureYaml own, CommonParts common, Map<String, FormSchema> forms) {
    return new Procedure(
        own.key(),
        own.code(),
        own.codeConfidence(),
        own.name(),
        own.shortName() == null ? own.name() : own.shortName(),
        own.legalBasis(),
        own.startForm(),
        own.resultName(),
        own.setsOfPapers() == null ? 1 : own.setsOfPapers(),
        own.fee(),
        own.variants(),
        own.owner(),
        own.submitter(),
        own.subject(),
        own.derived(),
        own.duplicateKey(),
        own.exclusive(),
        own.rules(),
        over(own.papers(), common.papers(), PaperKind::id),
        over(own.refusalReasons(), common.refusalReasons(), RefusalReason::code),
        own.route(),
        over(own.steps(), common.steps()),
        over(own.outcomes(), common.outcomes()),
        own.eligibility(),
        own.amount(),
        over(own.documents(), common.documents()),
        own.result() == null ? new Result(null, null, null) : own.result(),
        own.payment(),
        own.listColumns(),
        forms);
  }

  private static <T> Map<String, T> over(Map<String, T> own, Map<String, T> common) {
    Map<String, T> all = new LinkedHashMap<>(own);
    common.forEach(all::putIfAbsent);
    return all;
  }

  private static <T> List<T> over(List<T> own, List<T> common, Function<T, String> name) {
    Set<String> taken = new LinkedHashSet<>();
    own.forEach(value -> taken.add(name.apply(value)));
    return Stream.concat(own.stream(), common.stream().filter(value -> !taken.contains(name.apply(value)))).toList();
  }

  /** What one part of a folder says about another. */
  private static final class References {

    private final Procedure procedure;
    private final ProcedureYaml own;
    private final ProcedureFiles files;
    private final Faults faults;

    References(Procedure procedure, ProcedureYaml own, ProcedureFiles files, Faults faults) {
      this.procedure = procedure;
      this.own = own;
      this.files = files;
      this.faults = faults;
    }

    void check() {
      names();
      diagram();
      procedure.steps().forEach(this::step);
      route();
      documents();
      decisions();
      paths();
      twice(own.papers().stream().map(PaperKind::id).toList(), "papers", "id");
      twice(own.refusalReasons().stream().map(RefusalReason::code).toList(), "refusalReasons", "code");
    }

    private void names() {
      if (procedure.key() != null && !KEY.matcher(procedure.key()).matches()) {
        add(PROCEDURE, "key", "chỉ gồm chữ không dấu và số, bắt đầu bằng chữ thường; sửa “" + procedure.key() + "”");
      }
      procedure.outcomes().keySet().stream().filter(code -> !CODE.matcher(code).matches()).forEach(code ->
          add(place(own.outcomes(), code), "outcomes." + code, "mã kết quả phải viết hoa không dấu, như SEND_BACK"));
    }

    private void diagram() {
      if (procedure.key() == null) {
        return;
      }
      Pattern process = Pattern.compile("<(?:\\w+:)?process\\b[^>]*\\bid=\"" + Pattern.quote(procedure.key()) + "\"");
      if (files.names(".bpmn").stream().noneMatch(name -> process.matcher(text(name)).find())) {
        add(PROCEDURE, "key", "không có tệp .bpmn nào có process id “" + procedure.key()
            + "”; thêm sơ đồ hoặc sửa id");
      }
    }

    private void step(String id, Step step) {
      String file = place(own.steps(), id);
      String at = "steps." + id;
      if (step == null) {
        return;
      }
      part(file, at + ".prepare", step.prepare());
      part(file, at + ".check", step.check());
      part(file, at + ".sign", step.sign());
      for (String outcome : step.outcomes()) {
        known(procedure.outcomes(), outcome, file, at + ".outcomes", "kết quả", "outcomes");
      }
      step.documents().forEach((outcome, documents) -> {
        known(procedure.outcomes(), outcome, file, at + ".documents", "kết quả", "outcomes");
        documents.forEach(document -> known(
            procedure.documents(), document, file, at + ".documents." + outcome, "văn bản", "documents"));
      });
      rules(file, at, step);
      if (step.eligibility() && procedure.eligibility() == null) {
        add(file, at + ".eligibility", "thủ tục không khai báo eligibility; thêm bảng quyết định hoặc bỏ dòng này");
      }
      if (step.amount() && procedure.amount() == null) {
        add(file, at + ".amount", "thủ tục không khai báo amount; thêm bảng quyết định hoặc bỏ dòng này");
      }
    }

    private void rules(String file, String at, Step step) {
      boolean asked = step.prepare() != null && step.prepare().form() != null;
      FormSchema form = asked ? procedure.forms().get(step.prepare().form()) : null;
      for (int i = 0; i < step.rules().size(); i++) {
        path(file, at + ".rules[" + i + "].field", step.rules().get(i).field(), form);
      }
    }

    private void part(String file, String at, Step.Part part) {
      if (part == null) {
        return;
      }
      if (part.role() != null && !CODE.matcher(part.role()).matches()) {
        add(file, at + ".role", "mã vai trò phải viết hoa không dấu, như DEPT_OFFICER");
      }
      if (part.form() != null) {
        form(file, at + ".form", part.form());
      }
    }

    private void form(String file, String at, String form) {
      if (!procedure.forms().containsKey(form)) {
        add(file, at, "không có tệp " + form + ".form; thêm biểu mẫu hoặc sửa tên");
      }
    }

    private void route() {
      if (own.route() == null) {
        return;
      }
      if (own.route().expression() == null && own.route().items().isEmpty()) {
        add(PROCEDURE, "route", "chưa có bước nào; ghi các bước theo thứ tự");
      }
      for (Route.Item item : own.route().items()) {
        if (item.step() != null) {
          known(procedure.steps(), item.step(), PROCEDURE, "route", "bước", "steps");
        }
      }
    }

    private void documents() {
      procedure.documents().forEach((id, document) -> {
        if (document != null && document.template() != null && !files.has(document.template() + ".html")) {
          add(place(own.documents(), id), "documents." + id + ".template",
              "không có tệp documents/" + document.template() + ".html; thêm mẫu văn bản hoặc sửa tên");
        }
      });
      document("result.decisionDocument", procedure.result().decisionDocument());
      document("result.refusalDocument", procedure.result().refusalDocument());
    }

    private void document(String at, String id) {
      if (id != null) {
        known(procedure.documents(), id, PROCEDURE, at, "văn bản", "documents");
      }
    }

    private void decisions() {
      decision("eligibility.decision", procedure.eligibility());
      decision("amount.decision", procedure.amount());
    }

    private void decision(String at, DecisionRef reference) {
      if (reference == null || reference.decision() == null) {
        return;
      }
      Pattern decision =
          Pattern.compile("<(?:\\w+:)?decision\\b[^>]*\\bid=\"" + Pattern.quote(reference.decision()) + "\"");
      if (files.names(".dmn").stream().noneMatch(name -> decision.matcher(text(name)).find())) {
        add(PROCEDURE, at, "không có tệp .dmn nào có decision id “" + reference.decision()
            + "”; thêm bảng hoặc sửa id");
      }
    }

    private void paths() {
      if (own.startForm() == null) {
        return;
      }
      form(PROCEDURE, "startForm", own.startForm());
      FormSchema form = procedure.forms().get(own.startForm());
      if (form == null) {
        return;
      }
      components("owner", own.owner(), form);
      components("submitter", own.submitter(), form);
      components("subject", own.subject(), form);
      if (own.variants() != null) {
        path("variants.field", own.variants().field(), form);
      }
      for (int i = 0; i < own.rules().size(); i++) {
        path("rules[" + i + "].field", own.rules().get(i).field(), form);
      }
      for (int i = 0; i < own.exclusive().size(); i++) {
        path("exclusive[" + i + "].field", own.exclusive().get(i).field(), form);
      }
    }

    private void components(String at, Record paths, FormSchema form) {
      if (paths == null) {
        return;
      }
      for (var component : paths.getClass().getRecordComponents()) {
        if (component.getType() == String.class) {
          try {
            path(at + "." + component.getName(), (String) component.getAccessor().invoke(paths), form);
          } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
          }
        }
      }
    }

    private void path(String at, String path, FormSchema form) {
      path(PROCEDURE, at, path, form);
    }

    private void path(String file, String at, String path, FormSchema form) {
      if (form == null) {
        add(file, at, "bước này không có biểu mẫu; thêm biểu mẫu hoặc bỏ quy tắc");
      } else if (path != null && !form.yields(path.replaceAll("\\[\\d+]", "[]"))) {
        add(file, at, "biểu mẫu " + form.name() + ".form không có ô “" + path
            + "”; sửa đường dẫn hoặc thêm ô");
      }
    }

    private void twice(List<String> ids, String at, String key) {
      ids.stream().filter(id -> id != null && ids.indexOf(id) != ids.lastIndexOf(id)).distinct().forEach(id ->
          add(PROCEDURE, at, key + " “" + id + "” ghi hai lần; đổi hoặc bỏ một dòng"));
    }

    private void known(Map<String, ?> all, String id, String file, String at, String what, String where) {
      if (!all.containsKey(id)) {
        add(file, at, "không có " + what + " “" + id + "” trong " + where
            + " của " + PROCEDURE + " hay " + COMMON + "; khai báo hoặc sửa tên");
      }
    }

    private static String place(Map<String, ?> ownParts, String id) {
      return ownParts.containsKey(id) ? PROCEDURE : COMMON;
    }

    private String text(String name) {
      return files.text(name).orElse("");
    }

    private void add(String file, String path, String remedy) {
      faults.add(file, path, remedy);
    }
  }
}
