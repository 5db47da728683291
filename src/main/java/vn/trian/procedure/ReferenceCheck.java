package vn.trian.procedure;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether all that one part of a folder names is there in another. */
final class ReferenceCheck {

  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{1,63}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  private final Procedure procedure;
  private final ProcedureYaml own;
  private final ProcedureFiles files;
  private final Faults faults;

  ReferenceCheck(Procedure procedure, ProcedureYaml own, ProcedureFiles files, Faults faults) {
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
    twice(procedure.extensions().reasons().stream().map(DelayReason::code).toList(), "extensions.reasons", "code");
  }

  private void names() {
    if (procedure.key() != null && !KEY.matcher(procedure.key()).matches()) {
      add(ProcedureReader.PROCEDURE, "key", "chỉ gồm chữ không dấu và số, bắt đầu bằng chữ thường; sửa “"
          + procedure.key() + "”", "plain letters and digits only, a small letter first; correct “" + procedure.key()
          + "”");
    }
    procedure.outcomes().keySet().stream().filter(code -> !CODE.matcher(code).matches()).forEach(code ->
        add(place(own.outcomes(), code), "outcomes." + code, "mã kết quả phải viết hoa không dấu, như SEND_BACK",
            "an outcome is written in plain capitals, such as SEND_BACK"));
  }

  private void diagram() {
    if (procedure.key() == null) {
      return;
    }
    Pattern process = Pattern.compile("<(?:[\\w.-]+:)?process\\b[^<>]*\\bid\\s*=\\s*([\"'])"
        + Pattern.quote(procedure.key()) + "\\1");
    if (files.names(".bpmn").stream().noneMatch(name -> process.matcher(uncommented(text(name))).find())) {
      add(ProcedureReader.PROCEDURE, "key", "không có tệp .bpmn nào có process id “" + procedure.key()
          + "”; thêm sơ đồ hoặc sửa id", "no .bpmn file has the process id “" + procedure.key()
          + "”; add the diagram or correct the id");
    }
  }

  /** By hand, as a pattern would look for the end once for each of many beginnings. */
  private static String uncommented(String xml) {
    StringBuilder plain = new StringBuilder();
    int from = 0;
    for (int begin = xml.indexOf("<!--"); begin >= 0; begin = xml.indexOf("<!--", from)) {
      int end = xml.indexOf("-->", begin + 4);
      if (end < 0) {
        break;
      }
      plain.append(xml, from, begin);
      from = end + 3;
    }
    return plain.append(xml.substring(from)).toString();
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
      add(file, at + ".eligibility", "thủ tục không khai báo eligibility; thêm bảng quyết định hoặc bỏ dòng này",
          "the procedure declares no eligibility; add the table or leave this out");
    }
    if (step.amount() && procedure.amount() == null) {
      add(file, at + ".amount", "thủ tục không khai báo amount; thêm bảng quyết định hoặc bỏ dòng này",
          "the procedure declares no amount; add the table or leave this out");
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
      add(file, at + ".role", "mã vai trò phải viết hoa không dấu, như DEPT_OFFICER",
          "a role is written in plain capitals, such as DEPT_OFFICER");
    }
    if (part.form() != null) {
      form(file, at + ".form", part.form());
    }
  }

  private void form(String file, String at, String form) {
    if (!procedure.forms().containsKey(form)) {
      add(file, at, "không có tệp " + form + ".form; thêm biểu mẫu hoặc sửa tên",
          "there is no file " + form + ".form; add the form or correct the name");
    }
  }

  private void route() {
    if (own.route() == null) {
      return;
    }
    if (own.route().expression() == null && own.route().items().isEmpty()) {
      add(ProcedureReader.PROCEDURE, "route", "chưa có bước nào; ghi các bước theo thứ tự",
          "there is no step yet; list the steps in order");
    }
    for (Route.Item item : own.route().items()) {
      if (item.step() != null) {
        known(procedure.steps(), item.step(), ProcedureReader.PROCEDURE, "route", "bước", "steps");
      }
    }
  }

  private void documents() {
    procedure.documents().forEach((id, document) -> {
      if (document != null && document.template() != null && !files.has(document.template() + ".html")) {
        add(place(own.documents(), id), "documents." + id + ".template",
            "không có tệp documents/" + document.template() + ".html; thêm mẫu văn bản hoặc sửa tên",
            "there is no file documents/" + document.template() + ".html; add the template or correct the name");
      }
    });
    document("result.decisionDocument", procedure.result().decisionDocument());
    document("result.refusalDocument", procedure.result().refusalDocument());
  }

  private void document(String at, String id) {
    if (id != null) {
      known(procedure.documents(), id, ProcedureReader.PROCEDURE, at, "văn bản", "documents");
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
        Pattern.compile("<(?:\\w+:)?decision\\b[^<>]*\\bid=\"" + Pattern.quote(reference.decision()) + "\"");
    if (files.names(".dmn").stream().noneMatch(name -> decision.matcher(text(name)).find())) {
      add(ProcedureReader.PROCEDURE, at, "không có tệp .dmn nào có decision id “" + reference.decision()
          + "”; thêm bảng hoặc sửa id", "no .dmn file has the decision id “" + reference.decision()
          + "”; add the table or correct the id");
    }
  }

  private void paths() {
    if (own.startForm() == null) {
      return;
    }
    form(ProcedureReader.PROCEDURE, "startForm", own.startForm());
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
    path(ProcedureReader.PROCEDURE, at, path, form);
  }

  private void path(String file, String at, String path, FormSchema form) {
    if (form == null) {
      add(file, at, "bước này không có biểu mẫu; thêm biểu mẫu hoặc bỏ quy tắc",
          "this step has no form; add one or leave the rule out");
    } else if (path != null && !form.yields(path.replaceAll("\\[\\d+]", "[]"))) {
      add(file, at, "biểu mẫu " + form.name() + ".form không có ô “" + path
          + "”; sửa đường dẫn hoặc thêm ô", "form " + form.name() + ".form has no field “" + path
          + "”; correct the path or add the field");
    }
  }

  private void twice(List<String> ids, String at, String key) {
    ids.stream().filter(id -> id != null && ids.indexOf(id) != ids.lastIndexOf(id)).distinct().forEach(id ->
        add(ProcedureReader.PROCEDURE, at, key + " “" + id + "” ghi hai lần; đổi hoặc bỏ một dòng",
            key + " “" + id + "” stands twice; change or remove one"));
  }

  private void known(Map<String, ?> all, String id, String file, String at, String what, String where) {
    if (!all.containsKey(id)) {
      add(file, at, "không có " + what + " “" + id + "” trong " + where
          + " của " + ProcedureReader.PROCEDURE + " hay " + ProcedureReader.COMMON + "; khai báo hoặc sửa tên",
          "there is no “" + id + "” among the " + where + " of " + ProcedureReader.PROCEDURE + " and "
              + ProcedureReader.COMMON + "; declare it or correct the name");
    }
  }

  private static String place(Map<String, ?> ownParts, String id) {
    return ownParts.containsKey(id) ? ProcedureReader.PROCEDURE : ProcedureReader.COMMON;
  }

  private String text(String name) {
    return files.text(name).orElse("");
  }

  private void add(String file, String path, String vi, String en) {
    faults.add(file, path, vi, en);
  }
}
