package vn.trian.portal;

import static vn.trian.portal.Rows.row;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CasePapers;
import vn.trian.casefile.ReceivedPaper;
import vn.trian.document.PaperView;
import vn.trian.document.Papers;
import vn.trian.procedure.PaperKind;
import vn.trian.procedure.Procedure;
import vn.trian.shared.Expressions;

/** Papers as the frame and the page of a case show them. */
@Component
class PaperRows {

  private final CasePapers received;
  private final Papers files;
  private final CaseContexts contexts;
  private final CaseWords words;
  private final Expressions feel;

  PaperRows(CasePapers received, Papers files, CaseContexts contexts, CaseWords words, Expressions feel) {
    this.received = received;
    this.files = files;
    this.contexts = contexts;
    this.words = words;
    this.feel = feel;
  }

  /** Papers that a dossier with this context asks for; nothing received yet. */
  List<Map<String, Object>> asked(Procedure procedure, Map<String, Object> context, String language) {
    return procedure.papersFor(context, feel).stream()
        .map(asked -> paper(asked.paper(), asked.required(), language)).collect(Collectors.toList());
  }

  /** Papers of a case: what is asked for, what came, and its files. */
  List<Map<String, Object>> of(CaseFile file, Procedure procedure, String language) {
    Map<String, ReceivedPaper> ticks = received.of(file.code()).stream()
        .collect(Collectors.toMap(ReceivedPaper::kind, paper -> paper));
    Map<String, List<PaperView>> uploads = files.of(file.code()).stream()
        .filter(paper -> !paper.withdrawn() && paper.kind() != null)
        .collect(Collectors.groupingBy(PaperView::kind));
    List<Map<String, Object>> rows = asked(procedure, contexts.of(file), language);
    for (Map<String, Object> row : rows) {
      ReceivedPaper tick = ticks.get(row.get("kind"));
      row.put("received", tick != null && tick.received());
      if (tick != null) {
        row.put("copyKind", tick.copyKind());
        row.put("copyKindLabel", words.of("copyKind.", tick.copyKind(), language));
        row.put("quantity", tick.quantity());
        row.put("deskNote", tick.note());
      }
      row.put("files", uploads.getOrDefault(row.get("kind"), List.of()).stream().map(PaperRows::file).toList());
    }
    return rows;
  }

  /** A file that somebody uploaded. */
  static Map<String, Object> file(PaperView paper) {
    String url = "/api/papers/" + paper.id();
    return row("id", paper.id().toString(), "name", paper.fileName(), "mediaType", paper.mediaType(), "size",
        paper.size(), "url", url, "previewUrl", url + "/preview", "removable", paper.caseCode() == null);
  }

  private Map<String, Object> paper(PaperKind kind, boolean required, String language) {
    return row("kind", kind.id(), "name", kind.name().in(language), "formNumber", kind.formNumber(), "copyKind",
        kind.copyKind().name(), "copyKindLabel", words.of("copyKind.", kind.copyKind().name(), language),
        "quantity", kind.quantity(), "required", required, "note", CaseParts.in(kind.note(), language),
        "legalBasis", kind.legalBasis(), "received", false, "files", List.of());
  }
}
