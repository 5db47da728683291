package vn.trian.workflow.gate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseNotes;
import vn.trian.document.Documents;
import vn.trian.organization.Absence;
import vn.trian.procedure.ReleaseStore;
import vn.trian.report.ReportDesk;
import vn.trian.report.Wording;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Lists;
import vn.trian.workflow.NewNote;

/** The cases, tasks and files that the matrix speaks of, made once. */
final class Things {

  /** Looks like an id of the engine and of a paper; nobody has it. */
  private static final String INVENTED = "7e57ab1e-0000-11f1-a629-02fc00000001";
  private static final String INVENTED_CODE = "000.12.34.H37-991122-9999";

  private final Map<String, Map<String, String>> ids = new HashMap<>();
  private final String secret;

  Things(SampleCases samples, Desk desk, Actors actors, Documents documents, CaseFiles cases, CaseNotes notes,
      Lists lists, ReportDesk reports, ReleaseStore releases, FilterService filters) {
    SampleCases.Waiting open = samples.waiting("dongkinh");
    SampleCases.Waiting elsewhere = samples.waiting("maipha");
    SampleCases.Waiting taken = samples.signable("dongkinh");
    SampleCases.Waiting closed = samples.waiting("dongkinh");
    SampleCases.Waiting listed = samples.signable("dongkinh");
    desk.claim(taken.task(), actors.named("chutich.dongkinh"));
    desk.withdraw(closed.code(), "Rút hồ sơ", key(), actors.named("motcua.dongkinh"));
    desk.claim(listed.task(), actors.named("chutich.dongkinh"));
    desk.signList(List.of(listed.task()), key(), actors.named("chutich.dongkinh"));
    String list = lists.all(actors.named("chutich.dongkinh"), 0, 1).getContent().get(0).id();
    secret = cases.find(open.code()).orElseThrow().lookupSecret();
    desk.note(open.code(), new NewNote("canbo.dongkinh", "Làm trước."), key(), actors.named("chutich.dongkinh"));
    desk.note(elsewhere.code(), new NewNote("canbo.maipha", "Làm trước."), key(), actors.named("chutich.maipha"));
    ids.put("note", Map.of("given", notes.unread(actors.named("canbo.dongkinh")).get(0).id(),
        "elsewhere", notes.unread(actors.named("canbo.maipha")).get(0).id()));
    ids.put("case", Map.of("open", open.code(), "closed", closed.code(), "elsewhere", elsewhere.code(),
        "invented", INVENTED_CODE));
    ids.put("receipt", ids.get("case"));
    ids.put("task", Map.of("free", open.task(), "taken", taken.task(), "elsewhere", elsewhere.task(),
        "done", closed.task()));
    ids.put("paper", Map.of("open", open.paper().toString(), "elsewhere", elsewhere.paper().toString(),
        "loose", samples.upload("motcua.dongkinh").toString()));
    ids.put("upload", ids.get("paper"));
    ids.put("document", Map.of("open", document(documents, open), "elsewhere", document(documents, elsewhere)));
    ids.put("word", ids.get("document"));
    ids.put("list", Map.of("sent", list));
    ids.put("absence", Map.of("ours", absence(desk, actors, "dongkinh"), "elsewhere",
        absence(desk, actors, "maipha")));
    ids.put("report", Map.of("own", frozen(reports, actors.named("chutich.dongkinh")),
        "elsewhere", frozen(reports, actors.named("chutich.maipha"))));
    ids.put("release", Map.of("atWork", releases.atWork().get(0).id()));
    ids.put("filter", Map.of("all", filters.createFilterQuery().list().get(0).getId()));
    ids.put("self", Map.of("another", "vanthu.maipha"));
  }

  /** The officer of a commune will be away one day, and the desk stands in. */
  private static String absence(Desk desk, Actors actors, String commune) {
    LocalDate day = LocalDate.now().plusDays(30);
    return desk.enterAbsence(new Absence("canbo." + commune, "motcua." + commune, day, day, "Nghỉ phép"), key(),
        actors.named("chutich." + commune));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  /** A report that is closed: nothing that is asked about it changes it. */
  private static String frozen(ReportDesk reports, Actor chair) {
    String id = reports.begin("NCC_HALF", 2024, key(), chair);
    reports.write(id, new Wording(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30), "Cấp trên", "Kết quả.",
        "Không có.", "Không có.", ""), key(), chair);
    reports.freeze(id, key(), chair);
    return id;
  }

  private static String document(Documents documents, SampleCases.Waiting waiting) {
    return documents.of(waiting.code()).get(0).id().toString();
  }

  /** Id of a thing, for the one who asks. */
  String id(String kind, String thing, String login) {
    // a task again; who reaches it depends on what is to be done with it
    String stored = kind.equals("handover") || kind.equals("duty") ? "task" : kind;
    return kind.equals("self") && thing.equals("own") ? login.isEmpty() ? "nobody" : login
        : ids.getOrDefault(stored, Map.of()).getOrDefault(thing, INVENTED);
  }

  /** The address of a row with ids in place of names. */
  String address(Matrix matrix, Matrix.Row row, String thing, Matrix.Asker asker) {
    String kind = row.kind(matrix.kinds()).orElse("");
    String address = row.address();
    for (Map.Entry<String, String> sample : matrix.samples().entrySet()) {
      address = address.replace("{" + sample.getKey() + "}", sample.getValue());
    }
    if (!kind.isEmpty()) {
      address = address.replace("{" + kind + "}", id(kind, thing, asker.login()));
    }
    if (kind.equals("receipt")) {
      address += "?k=" + (asker.name().equals("citizen") ? secret : "wrong");
    }
    return address.replaceAll("\\{\\w+}", INVENTED).replace("**", "nothing-here");
  }
}
