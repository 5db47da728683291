package vn.trian.modeladmin.web;

import static vn.trian.modeladmin.web.MigrationPage.PATH;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.migration.Mapping;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.Selection;

/** What administrators do with a plan: change it, try it, have the cases moved, stop, put it aside. */
@Controller
class MigrationActions {

  /** Begins the name of an input; the id of the activity follows. */
  private static final String PAIR = "pair.";
  private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;]+");

  private final Migrations migrations;
  private final PageActions actions;
  private final MessageSource messages;

  MigrationActions(Migrations migrations, PageActions actions, MessageSource messages) {
    this.migrations = migrations;
    this.actions = actions;
    this.messages = messages;
  }

  /** Changes where the activities of one process continue. */
  @PostMapping(PATH + "{id}/pairs")
  String pairs(@PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes next,
      Locale locale) {
    String process = typed.getOrDefault("process", "");
    Map<String, String> pairs = new LinkedHashMap<>();
    typed.forEach((name, value) -> {
      if (name.startsWith(PAIR) && !value.isEmpty()) {
        pairs.put(name.substring(PAIR.length()), value);
      }
    });
    return done("migration.paired", actor -> {
      Migration plan = migrations.find(id, actor);
      if (migrations.before(plan).process(process).isEmpty()) {
        throw new DomainException(DomainException.Kind.NOT_FOUND, "migration-unknown");
      }
      return migrations.change(id, plan.mapping().with(process, pairs), plan.selection(), actor);
    }, id, "?process=" + process + "#pairs-title", next, locale);
  }

  /** Goes back to what the engine proposes. */
  @PostMapping(PATH + "{id}/propose")
  String propose(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done("migration.proposed", actor -> {
      Migration plan = migrations.find(id, actor);
      return migrations.change(id, migrations.proposed(plan, actor), plan.selection(), actor);
    }, id, "", next, locale);
  }

  /** Chooses the cases. */
  @PostMapping(PATH + "{id}/choose")
  String choose(@PathVariable String id, @RequestParam(defaultValue = "") String office,
      @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String codes,
      RedirectAttributes next, Locale locale) {
    List<String> listed = BETWEEN_CODES.splitAsStream(codes.strip()).filter(each -> !each.isEmpty()).distinct()
        .toList();
    return done("migration.chosen", actor -> {
      Mapping mapping = migrations.find(id, actor).mapping();
      return migrations.change(id, mapping, new Selection(office, place, listed), actor);
    }, id, "", next, locale);
  }

  /** Has every case tried. */
  @PostMapping(PATH + "{id}/check")
  String check(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done(null, actor -> migrations.check(id, actor), id, "", next, locale);
  }

  /** Has the cases moved. */
  @PostMapping(PATH + "{id}/start")
  String start(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done(null, actor -> migrations.start(id, actor), id, "", next, locale);
  }

  /** Lets it rest. */
  @PostMapping(PATH + "{id}/stop")
  String stop(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done("migration.stopped", actor -> migrations.stop(id, actor), id, "", next, locale);
  }

  /** Puts a plan aside. */
  @PostMapping(PATH + "{id}/discard")
  String discard(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done("migration.discarded", actor -> migrations.discard(id, actor), id, "", next, locale);
  }

  /**
   * Does something with a plan and comes back to it.
   *
   * @param what  code of the sentence that says what was done; null where the page shows it by itself
   * @param where what is asked of the page, and the place in it to come back to
   */
  private String done(String what, Function<Actor, Migration> action, String id, String where,
      RedirectAttributes next, Locale locale) {
    return actions.act(actor -> {
      Migration plan = action.apply(actor);
      return new PageActions.Done(PATH + plan.id() + where,
          what == null ? null : new Sentence(messages, locale).of(what));
    }, PATH + id, next, locale);
  }
}
