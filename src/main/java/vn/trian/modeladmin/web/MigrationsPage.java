package vn.trian.modeladmin.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.modeladmin.ModelCatalog;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.Tally;

/** The plans to move running cases of a procedure to another release, and where administrators begin one. */
@Controller
class MigrationsPage {

  private static final String ALL = "/models/{key}/migrations";

  private final Migrations migrations;
  private final ModelCatalog catalog;
  private final PageActions actions;
  private final Actors actors;
  private final MessageSource messages;

  MigrationsPage(Migrations migrations, ModelCatalog catalog, PageActions actions, Actors actors,
      MessageSource messages) {
    this.migrations = migrations;
    this.catalog = catalog;
    this.actions = actions;
    this.actors = actors;
    this.messages = messages;
  }

  /** A plan in the list. */
  record Line(String url, int from, int to, String state, String color, String planned, String started, Tally tally) {}

  /** The plans of a procedure, and where a new one begins. */
  @GetMapping(ALL)
  String list(@PathVariable String key, @RequestParam(defaultValue = "") String from, Model model, Locale locale) {
    Actor actor = actors.current();
    Sentence words = new Sentence(messages, locale);
    List<ModelCatalog.Version> versions = catalog.versions(key, actor);
    if (versions.isEmpty()) {
      throw new DomainException(DomainException.Kind.NOT_FOUND, "release-unknown");
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    versions.forEach(each -> numbers.put(each.info().id(), each.info().version()));
    model.addAttribute("key", key);
    model.addAttribute("name", versions.get(0).info().name().in(locale.getLanguage()));
    model.addAttribute("from", from);
    List<ModelCatalog.Version> worked = versions.stream().filter(each -> each.info().deployed()).toList();
    model.addAttribute("sources", worked.stream().filter(each -> each.openCases() > 0)
        .map(each -> new Choice(each.info().id(), words.of("migration.source", each.info().version(),
            each.openCases(), stateOf(each.info(), words)))).toList());
    model.addAttribute("targets", worked.stream()
        .sorted(Comparator.comparing(each -> each.info().state() != ReleaseState.ACTIVE))
        .map(each -> new Choice(each.info().id(), words.of("migration.target", each.info().version(),
            stateOf(each.info(), words)))).toList());
    Map<String, Tally> tallies = migrations.tallies(key, actor);
    model.addAttribute("lines", migrations.ofProcedure(key, actor).stream()
        .map(each -> line(each, numbers, tallies.getOrDefault(each.id(), Tally.NONE), words)).toList());
    return "models/migrations";
  }

  private static String stateOf(ReleaseInfo info, Sentence words) {
    return words.of("models.state." + info.state(), "");
  }

  private static Line line(Migration plan, Map<String, Integer> numbers, Tally tally, Sentence words) {
    return new Line(MigrationPage.PATH + plan.id(), numbers.getOrDefault(plan.fromRelease(), 0),
        numbers.getOrDefault(plan.toRelease(), 0), words.of("migration.state." + plan.state()),
        MigrationPage.color(plan.state()), words.by(plan.createdName(), plan.createdAt()),
        plan.startedAt() == null ? "" : words.by(plan.startedName(), plan.startedAt()), tally);
  }

  /** Begins a plan. */
  @PostMapping(ALL)
  String plan(@PathVariable String key, @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to, RedirectAttributes next, Locale locale) {
    if (catalog.versions(key, actors.current()).isEmpty()) {
      throw new DomainException(DomainException.Kind.NOT_FOUND, "release-unknown");
    }
    return actions.act(actor -> new PageActions.Done(MigrationPage.PATH + migrations.plan(from, to, actor).id(), null),
        "/models/" + key + "/migrations", next, locale);
  }
}
