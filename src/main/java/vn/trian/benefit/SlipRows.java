package vn.trian.benefit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CasePapers;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.HandOver;
import vn.trian.casefile.ReceivedPaper;
import vn.trian.casefile.SlipRow;
import vn.trian.casefile.Statement;
import vn.trian.casefile.SupplementRequest;
import vn.trian.casefile.Supplements;
import vn.trian.document.LongDates;
import vn.trian.organization.Offices;
import vn.trian.procedure.PaperKind;
import vn.trian.procedure.Procedure;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/** Rows of the desk's slips: papers that came, what is still wanted, and through whose hands the file went. */
@Component
class SlipRows {

  private static final Map<String, String> COPY_KINDS = Map.of("ORIGINAL", "Bản chính", "CERTIFIED_COPY",
      "Bản sao chứng thực", "COPY", "Bản sao", "TO_COMPARE", "Xuất trình để đối chiếu");

  private final CasePapers papers;
  private final CaseRecord record;
  private final Supplements supplements;
  private final Offices offices;
  private final Clock clock;

  SlipRows(CasePapers papers, CaseRecord record, Supplements supplements, Offices offices, Clock clock) {
    this.papers = papers;
    this.record = record;
    this.supplements = supplements;
    this.offices = offices;
    this.clock = clock;
  }

  /** Key {@code papers} of docs/document-model.md. */
  List<Map<String, Object>> papers(Procedure procedure, String caseCode) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ReceivedPaper paper : papers.of(caseCode)) {
      if (paper.received()) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", rows.size() + 1);
        row.put("name", procedure.paper(paper.kind()).map(kind -> kind.name().vi()).orElse(paper.kind()));
        row.put("copyKind", COPY_KINDS.getOrDefault(paper.copyKind(), paper.copyKind()));
        row.put("quantity", paper.quantity());
        row.put("note", paper.note());
        rows.add(row);
      }
    }
    return rows;
  }

  /** Key {@code items}: what the open request asks the citizen for; a thing in the officer's words is a name alone. */
  List<Map<String, Object>> wanted(Procedure procedure, String caseCode) {
    Set<String> here = papers.of(caseCode).stream().filter(ReceivedPaper::received).map(ReceivedPaper::kind)
        .collect(Collectors.toSet());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object each : supplements.open(caseCode).map(SupplementRequest::items).orElse(List.of())) {
      Map<?, ?> item = (Map<?, ?>) each;
      String text = Objects.toString(item.get("text"), "");
      PaperKind kind = item.get("kind") == null ? null : procedure.paper(item.get("kind").toString()).orElse(null);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("number", rows.size() + 1);
      row.put("name", kind == null ? text : kind.name().vi());
      row.put("toDo", kind == null ? "" : toDo(kind, text, here.contains(kind.id())));
      rows.add(row);
    }
    return rows;
  }

  /** A ticked paper comes with its own name in either language, which says nothing of what to do with it. */
  private static String toDo(PaperKind kind, String text, boolean here) {
    boolean saysMore = !text.isBlank() && !text.equals(kind.name().vi()) && !text.equals(kind.name().en());
    return saysMore ? text
        : (here ? "Hoàn thiện, nộp lại: " : "Nộp bổ sung: ")
            + COPY_KINDS.get(kind.copyKind().name()).toLowerCase(Texts.VIETNAMESE);
  }

  /** Key {@code handOvers}; the last row is to be filled in by hand while an office works on the file. */
  List<Map<String, Object>> handOvers(CaseFile file) {
    LocalDate today = LocalDate.now(clock);
    List<Map<String, Object>> rows = new ArrayList<>();
    List<SlipRow> slip = record.controlSlip(file.code());
    for (SlipRow each : slip) {
      HandOver row = each.handOver();
      rows.add(row(offices.nameOf(row.fromOffice(), today), row.stepName(), moment(row.handedAt()),
          moment(row.receivedAt()), vi(row.handedBy()), vi(row.takenBy()),
          row.result() == null ? "" : row.result().vi(), sentBack(each.sentBack())));
    }
    String last = slip.isEmpty() ? null : slip.get(slip.size() - 1).handOver().step();
    if (!file.state().isFinal() && file.step() != null && !file.step().equals(last)) {
      rows.add(row(offices.nameOf(file.office(), today), file.stepName(), null, null, null, null, null,
          file.stepDueOn() == null ? "" : "Hạn của bước: " + Texts.day(file.stepDueOn())));
    }
    return rows;
  }

  private static String sentBack(Statement said) {
    return said == null ? "" : said.reason() == null ? said.outcomeLabel() : said.outcomeLabel() + ": " + said.reason();
  }

  private static Map<String, Object> row(String office, String step, String handedOverAt, String receivedAt,
      String giver, String receiver, String result, String note) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("officeName", office);
    row.put("step", step);
    row.put("handedOverAt", handedOverAt);
    row.put("receivedAt", receivedAt);
    row.put("giver", giver);
    row.put("receiver", receiver);
    row.put("result", result);
    row.put("note", note);
    return row;
  }

  private String moment(Instant at) {
    return at == null ? null : LongDates.moment(at.atZone(clock.getZone()));
  }

  private static String vi(Label label) {
    return label == null ? null : label.vi();
  }
}
