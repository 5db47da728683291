package vn.trian.modeladmin.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.trian.modeladmin.ModelCatalog;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.Texts;
import vn.trian.workflow.migration.Consistency;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.Tally;

/** One plan to move running cases: how far it is, with which cases, and which activity continues where. */
@Controller
class MigrationPage {

  /** Address of a plan, without its id. */
  static final String PATH = "/models/migrations/";

  private final Migrations migrations;
  private final Consistency consistency;
  private final ModelCatalog catalog;
  private final CasesOfPlan cases;
  private final SelectionOfPlan selection;
  private final PairsOfPlan pairs;
  private final Actors actors;
  private final MessageSource messages;

  MigrationPage(Migrations migrations, Consistency consistency, ModelCatalog catalog, CasesOfPlan cases,
      SelectionOfPlan selection, PairsOfPlan pairs, Actors actors, MessageSource messages) {
    this.migrations = migrations;
    this.consistency = consistency;
    this.catalog = catalog;
    this.cases = cases;
    this.selection = selection;
    this.pairs = pairs;
    this.actors = actors;
    this.messages = messages;
  }

  /** One plan: how far it is, which cases, which activities continue where. */
  @GetMapping(PATH + "{id}")
  String migration(@PathVariable String id, @RequestParam(defaultValue = "") String process,
      @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "0") int page, Model model,
      Locale locale) {
    Actor actor = actors.current();
    Sentence words = new Sentence(messages, locale);
    Migration plan = migrations.find(id, actor);
    ReleaseInfo from = catalog.info(plan.fromRelease(), actor);
    ReleaseInfo to = catalog.info(plan.toRelease(), actor);
    model.addAttribute("id", id);
    model.addAttribute("name", to.name().in(locale.getLanguage()));
    model.addAttribute("procedureKey", plan.procedureKey());
    model.addAttribute("from", from.version());
    model.addAttribute("to", to.version());
    model.addAttribute("state", plan.state());
    // while cases are tried the forms stay: when that is over the page is the same but for the progress
    model.addAttribute("editable", plan.state().isOpen() || plan.state() == Migration.State.CHECKING);
    model.addAttribute("stateName", words.of("migration.state." + plan.state()));
    model.addAttribute("stateColor", color(plan.state()));
    model.addAttribute("planned", words.by(plan.createdName(), plan.createdAt()));
    model.addAttribute("started", plan.startedAt() == null ? null
        : words.by(plan.startedName(), plan.startedAt()));
    model.addAttribute("ended", plan.endedAt() == null ? null : Texts.datedMoment(plan.endedAt()));
    Tally tally = migrations.tally(id, actor);
    model.addAttribute("tally", tally);
    consistency.after(id, actor).filter(run -> run.endedAt() != null).ifPresent(run -> {
      model.addAttribute("compared", words.of(run.findings() == 0 ? "consistency.none" : "consistency.some",
          run.cases(), run.findings()));
      model.addAttribute("comparedUrl", ConsistencyPage.PATH + "/" + run.id());
      model.addAttribute("comparedColor", run.findings() == 0 ? "ta-green" : "ta-red");
    });
    cases.show(plan, tally, show, page, process, model, actor, words);
    selection.show(plan, model, actor, words);
    pairs.show(plan, process, model, words);
    return "models/migration";
  }

  /** The drawing of one process of a plan. */
  @GetMapping(path = PATH + "{id}/diagram.xml", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] diagram(@PathVariable String id, @RequestParam(defaultValue = "") String process,
      @RequestParam(defaultValue = "") String side) {
    return migrations.drawing(migrations.find(id, actors.current()), process, side.equals("old"));
  }

  /** How the activities of the drawing are marked: where cases stand, what continues nowhere, what is new. */
  @GetMapping(PATH + "{id}/marks")
  @ResponseBody
  Map<String, Object> marks(@PathVariable String id, @RequestParam(defaultValue = "") String process,
      @RequestParam(defaultValue = "") String side) {
    Migration plan = migrations.find(id, actors.current());
    if (side.equals("old")) {
      Map<String, Long> counts = migrations.standing(plan).getOrDefault(process, Map.of());
      return Map.of("counts", counts, "removed", migrations.before(plan).process(process).stream()
          .flatMap(each -> each.nodes().keySet().stream())
          .filter(node -> plan.mapping().target(process, node).isEmpty()).toList());
    }
    return Map.of("added", migrations.after(plan).process(process).stream()
        .flatMap(each -> each.nodes().keySet().stream())
        .filter(node -> !plan.mapping().of(process).containsValue(node)).toList());
  }

  static String color(Migration.State state) {
    return switch (state) {
      case CHECKING, MOVING, STOPPED -> "ta-amber";
      case CHECKED, DONE -> "ta-green";
      case PLANNED, DISCARDED -> "";
    };
  }
}
