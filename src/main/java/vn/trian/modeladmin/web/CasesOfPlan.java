package vn.trian.modeladmin.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import vn.trian.organization.Offices;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.MovingCase;
import vn.trian.workflow.migration.MovingCase.Verdict;
import vn.trian.workflow.migration.Reason;
import vn.trian.workflow.migration.Tally;

/** The cases of a plan as its page lists them: what is said of each, and ways to narrow the list. */
@Component
class CasesOfPlan {

  private static final int SIZE = 50;

  private final Migrations migrations;
  private final Procedures procedures;
  private final PlaceNames places;
  private final Offices offices;
  private final Clock clock;

  CasesOfPlan(Migrations migrations, Procedures procedures, PlaceNames places, Offices offices, Clock clock) {
    this.migrations = migrations;
    this.procedures = procedures;
    this.places = places;
    this.offices = offices;
    this.clock = clock;
  }

  /** A case in the list. */
  record CaseRow(String code, String office, String place, String state, String color, List<String> reasons) {}

  /** A way to narrow the list of cases. */
  record Filter(String label, long count, String url, boolean current) {}

  /**
   * Adds one page of the cases to a model.
   *
   * @param show    state or verdict that narrows the list; anything else shows all
   * @param process the process whose activities the page shows, so that it stays when the list is paged
   */
  void show(Migration plan, Tally tally, String show, int page, String process, Model model, Actor actor,
      Sentence words) {
    Verdict verdict = Stream.of(Verdict.values()).filter(each -> each.name().equals(show)).findFirst().orElse(null);
    MovingCase.State state = Stream.of(MovingCase.State.values()).filter(each -> each.name().equals(show)).findFirst()
        .orElse(null);
    long total = migrations.count(plan.id(), state, verdict, actor);
    int at = Math.max(0, (int) Math.min(page, (total - 1) / SIZE));
    Release from = procedures.release(plan.fromRelease());
    LocalDate today = LocalDate.now(clock);
    List<CaseRow> rows = migrations.cases(plan.id(), state, verdict, at, SIZE, actor).stream()
        .map(each -> row(each, from, today, words)).toList();
    Function<String, String> url = shown -> UriComponentsBuilder.fromPath(MigrationPage.PATH + plan.id())
        .queryParam("show", shown).queryParam("process", process).build().encode().toUriString();
    model.addAttribute("rows", rows);
    model.addAttribute("filters", filters(plan, tally, show, url, words));
    model.addAttribute("total", total);
    model.addAttribute("first", at * SIZE + 1);
    model.addAttribute("last", at * SIZE + rows.size());
    model.addAttribute("previous", at == 0 ? null : url.apply(show) + "&page=" + (at - 1));
    model.addAttribute("next", (at + 1L) * SIZE >= total ? null : url.apply(show) + "&page=" + (at + 1));
  }

  private static List<Filter> filters(Migration plan, Tally tally, String show, Function<String, String> url,
      Sentence words) {
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter(words.of("migration.show.all"), tally.cases() + tally.leftOut(), url.apply(""),
        show.isEmpty()));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("POSSIBLE", tally.possible());
    counts.put("IMPOSSIBLE", tally.impossible());
    counts.put("WAITING", plan.startedAt() == null ? 0 : tally.waiting());
    counts.put("MOVED", tally.moved());
    counts.put("STAYED", tally.stayed());
    counts.put("LEFT_OUT", tally.leftOut());
    counts.forEach((name, count) -> {
      if (count > 0 || name.equals(show)) {
        filters.add(new Filter(words.of("migration.show." + name), count, url.apply(name), name.equals(show)));
      }
    });
    return filters;
  }

  private CaseRow row(MovingCase each, Release from, LocalDate today, Sentence words) {
    String said = each.state() == MovingCase.State.WAITING && each.verdict() != null ? each.verdict().name()
        : each.state().name();
    String color = switch (said) {
      case "MOVED", "POSSIBLE" -> "ta-green";
      case "STAYED", "IMPOSSIBLE" -> "ta-red";
      case "LEFT_OUT" -> "ta-amber";
      default -> "";
    };
    return new CaseRow(each.code(), each.officeId() == null ? "" : offices.nameOf(each.officeId(), today),
        each.place() == null ? "" : places.of(from, each.place()), words.of("migration.case." + said), color,
        words.of(each.reasons().stream().map(Reason::asProblem).toList()));
  }
}
