package vn.trian.modeladmin.edit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.trian.document.LongDates;
import vn.trian.document.MoneyInWords;
import vn.trian.document.QrCodes;
import vn.trian.modeladmin.edit.SampleCases.SampleCase;
import vn.trian.procedure.CaseContext;
import vn.trian.procedure.DocumentKind;
import vn.trian.procedure.OptionSource;
import vn.trian.procedure.PaperKind;
import vn.trian.procedure.Paths;
import vn.trian.procedure.PersonPaths;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Step;
import vn.trian.procedure.SubjectPaths;
import vn.trian.shared.Label;
import vn.trian.shared.Level;
import vn.trian.shared.PartialDate;
import vn.trian.shared.Texts;

/**
 * Values for a document of an invented case: offices, people and numbers do not exist, what was applied for and what
 * comes of it is taken from a scenario of the procedure. Keys: docs/document-model.md.
 */
@Component
class SampleModel {

  private static final Map<Level, List<String>> OFFICES = Map.of(
      Level.COMMUNE, List.of("Ủy ban nhân dân xã Thử Nghiệm", "", "UBND", "Thử Nghiệm", "CHỦ TỊCH"),
      Level.DIVISION, List.of("Phòng chuyên môn huyện Thử Nghiệm", "Ủy ban nhân dân huyện Thử Nghiệm", "PCM",
          "Thử Nghiệm", "TRƯỞNG PHÒNG"),
      Level.DEPARTMENT, List.of("Sở chuyên môn tỉnh Thử Nghiệm", "Ủy ban nhân dân tỉnh Thử Nghiệm", "SCM",
          "Thử Nghiệm", "GIÁM ĐỐC"));
  private static final Map<String, String> COPY_KINDS = Map.of("ORIGINAL", "Bản chính", "CERTIFIED_COPY",
      "Bản sao chứng thực", "COPY", "Bản sao", "TO_COMPARE", "Xuất trình để đối chiếu");
  private static final SampleCase NONE =
      new SampleCase("", new Label("…", null), "", Map.of(), Map.of(), List.of());

  private final OptionSource options;
  private final Clock clock;

  SampleModel(OptionSource options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * The values.
   *
   * @param sample invented case, null = none
   */
  Map<String, Object> of(Procedure procedure, DocumentKind kind, SampleCase sample) {
    SampleCase told = sample == null ? NONE : sample;
    LocalDate today = LocalDate.now(clock);
    LocalDate filed = told.filedOn().isEmpty() || Typing.day(told.filedOn()) == null ? today
        : Typing.day(told.filedOn());
    Map<String, Object> model = printed(procedure, told);
    people(model, procedure, told.application());
    List<String> office = OFFICES.get(kind.level() == null ? Level.COMMUNE : kind.level());
    model.put("draft", false);
    model.put("signed", true);
    model.put("document", map("name", kind.name().vi(), "formNumber", kind.formNumberOn(today), "number",
        "01/" + Objects.requireNonNullElse(kind.symbol(), "…") + "-" + office.get(2), "unnumbered",
        kind.symbol() == null, "symbol", kind.symbol(), "date", Texts.day(today), "dateLong", LongDates.day(today),
        "place", office.get(3)));
    model.put("office", map("name", office.get(0), "parentName", office.get(1), "abbreviation", office.get(2), "place",
        office.get(3), "address", "Số 1 đường Thử Nghiệm", "oneStopUnit", "Bộ phận Tiếp nhận và Trả kết quả"));
    model.put("signer", map("name", "Nguyễn Văn Mẫu", "title", office.get(4), "prefix", null));
    model.put("department", map("name", OFFICES.get(Level.DEPARTMENT).get(0)));
    model.put("case", map("code", "MAU-" + today.getYear() + "-000001", "receivedOn", Texts.day(filed), "today",
        Texts.day(today), "year", Integer.toString(today.getYear()), "hasDivision", true));
    model.put("procedure", map("name", procedure.name().vi(), "shortName", procedure.shortName().vi(), "code",
        procedure.code(), "fee", procedure.fee() == null ? "Không" : procedure.fee().vi(), "setsOfPapers",
        procedure.setsOfPapers()));
    slips(model, procedure, filed);
    money(model, told);
    lists(model, procedure);
    letters(model, procedure, filed);
    return model;
  }

  private Map<String, Object> printed(Procedure procedure, SampleCase told) {
    Map<String, Object> model = new LinkedHashMap<>(
        CaseContext.printable(procedure.applicationForm(), told.application(), options));
    OptionSource choices = options.withRows(model);
    told.answers().forEach((id, answers) -> {
      Step step = procedure.steps().get(id);
      boolean asked = step != null && step.prepare() != null && step.prepare().form() != null;
      model.put(id, asked ? CaseContext.printable(procedure.form(step.prepare().form()), answers, choices) : answers);
    });
    return model;
  }

  private static void people(Map<String, Object> model, Procedure procedure, Map<String, Object> data) {
    Map<String, Object> owner = person(procedure.owner(), data);
    model.put("owner", owner);
    PersonPaths paths = procedure.submitter();
    boolean other = paths != null && text(data, paths.fullName()) != null;
    Map<String, Object> submitter = other ? person(paths, data) : new LinkedHashMap<>(owner);
    submitter.put("isOwner", !other);
    model.put("submitter", submitter);
    SubjectPaths subject = procedure.subject();
    model.put("subject", subject == null ? map("fullName", null) : map("fullName", text(data, subject.fullName()),
        "kindName", subject.kind() == SubjectPaths.Kind.MARTYR ? "liệt sĩ" : "ông (bà)", "homeTown",
        subject.homeTown() == null ? null : CaseContext.address(Paths.get(data, subject.homeTown())),
        "certificateNumber", text(data, subject.certificateNumber())));
  }

  private static Map<String, Object> person(PersonPaths paths, Map<String, Object> data) {
    String born = text(data, paths.dateOfBirth());
    return map("fullName", text(data, paths.fullName()), "dateOfBirth",
        PartialDate.of(born).map(Object::toString).orElse(born), "idNumber", text(data, paths.idNumber()), "phone",
        text(data, paths.phone()), "email", text(data, paths.email()), "address",
        paths.residence() == null ? null : CaseContext.address(Paths.get(data, paths.residence())));
  }

  private static void slips(Map<String, Object> model, Procedure procedure, LocalDate filed) {
    List<Object> papers = new ArrayList<>();
    for (PaperKind each : procedure.papers()) {
      papers.add(map("number", papers.size() + 1, "name", each.name().vi(), "copyKind",
          COPY_KINDS.get(each.copyKind().name()), "quantity", each.quantity(), "note", ""));
    }
    model.put("papers", papers);
    model.put("items", procedure.papers().stream().limit(2).map(each -> map("name", each.name().vi(), "toDo",
        "Nộp bổ sung: " + COPY_KINDS.get(each.copyKind().name()).toLowerCase(Locale.ROOT))).toList());
    String received = moment(filed, "08 giờ 30 phút");
    model.put("deadline", map("receivedAt", received, "receivedOn", Texts.day(filed), "dueAt",
        moment(filed.plusDays(30), "17 giờ 00 phút"), "dueOn", Texts.day(filed.plusDays(30)), "oldDueAt",
        moment(filed.plusDays(30), "17 giờ 00 phút"), "newDueAt", moment(filed.plusDays(40), "17 giờ 00 phút"),
        "limit", "… ngày làm việc"));
    model.put("register", map("book", Integer.toString(filed.getYear()), "row", 1));
    model.put("resultPlace", "Bộ phận Tiếp nhận và Trả kết quả Ủy ban nhân dân xã Thử Nghiệm");
    model.put("contact", map("name", "Trần Thị Mẫu", "phone", "0200 000 000"));
    model.put("trackingUrl", "https://vi-du.invalid/track");
    model.put("trackingCode", "MAU123");
    model.put("qr", QrCodes.dataUri("https://vi-du.invalid/track"));
    model.put("handOvers", List.of(map("officeName", "Bộ phận Tiếp nhận và Trả kết quả", "step", "Tiếp nhận hồ sơ",
        "handedOverAt", received, "receivedAt", received, "giver", "Trần Thị Mẫu", "receiver", "Nguyễn Văn Mẫu",
        "result", "Đúng hạn", "note", "")));
  }

  private static void money(Map<String, Object> model, SampleCase told) {
    List<Object> lines = new ArrayList<>();
    long total = 0;
    for (Map<String, Object> line : told.lines()) {
      long amount = line.get("amount") instanceof Number number ? number.longValue() : 0;
      total += amount;
      lines.add(map("number", lines.size() + 1, "label", "Khoản trợ cấp thứ " + (lines.size() + 1), "quantity", "1",
          "unitAmount", Texts.grouped(amount), "amount", Texts.grouped(amount), "legalBasis", "(căn cứ của khoản)",
          "recipient", line.get("recipient"), "firstPeriod", line.get("firstPeriod"), "note", ""));
    }
    model.put("lines", lines);
    model.put("total", Texts.grouped(total));
    model.put("totalInWords", MoneyInWords.of(total));
    model.put("totals", List.of(map("label", "", "amount", Texts.grouped(total), "inWords", MoneyInWords.of(total))));
  }

  private static void lists(Map<String, Object> model, Procedure procedure) {
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rows.add(map("cells", procedure.listColumns().stream()
          .map(column -> map("text", column.text(model), "align", column.align())).toList()));
    }
    model.put("list", map("name", procedure.name().vi(), "attachedTo", "Tờ trình số 01/TTr-UBND", "size", rows.size(),
        "total", model.get("total"), "totalInWords", model.get("totalInWords"), "columns", procedure.listColumns()
            .stream().map(column -> map("label", column.label().vi())).toList(), "rows", rows));
  }

  private static void letters(Map<String, Object> model, Procedure procedure, LocalDate filed) {
    String name = procedure.name().vi();
    model.put("subjectLine", name.substring(0, 1).toLowerCase(Texts.VIETNAMESE) + name.substring(1));
    model.put("addressee", OFFICES.get(Level.DEPARTMENT).get(0));
    model.put("recipients", List.of());
    model.put("grounds", procedure.legalBasis().stream().map(basis -> "Căn cứ " + basis.text()).toList());
    model.put("reason", procedure.refusalReasons().stream().findFirst().map(each -> each.name().vi())
        .orElse("Lý do mẫu"));
    model.put("reasonArticle", procedure.refusalReasons().stream().findFirst().map(each -> each.article())
        .orElse(null));
    model.put("guidance", "Hướng dẫn mẫu.");
    model.put("supplementBy", Texts.day(filed.plusDays(30)));
    model.put("withdrawal", map("on", Texts.day(filed), "stage", "Đang giải quyết"));
    model.put("suspension", map("from", Texts.day(filed), "waitsFor", "Cơ quan Thử Nghiệm"));
    model.put("request", map("body", "Cơ quan Thử Nghiệm", "answerBy", Texts.day(filed.plusDays(30))));
    model.put("posting", map("place", "Trụ sở Ủy ban nhân dân xã Thử Nghiệm", "from", Texts.day(filed), "to",
        Texts.day(filed.plusDays(30)), "noticeNumber", "01/TB-UBND", "closedAt", moment(filed.plusDays(30),
            "17 giờ 00 phút"), "opinions", "Không có ý kiến.", "copies", 2, "writer", "Trần Thị Mẫu", "members",
        List.of(map("name", "Nguyễn Văn Mẫu", "title", "Chủ tịch"))));
  }

  private static String moment(LocalDate day, String time) {
    return time + ", " + LongDates.day(day);
  }

  private static String text(Map<String, Object> data, String path) {
    return path == null ? null : Paths.text(data, path);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
