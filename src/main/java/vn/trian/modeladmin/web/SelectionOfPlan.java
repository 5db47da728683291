package vn.trian.modeladmin.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.Selection;

/** The form in which the cases of a plan are chosen: by office, by place in the diagram, by list of codes. */
@Component
class SelectionOfPlan {

  private final Migrations migrations;
  private final Procedures procedures;
  private final PlaceNames names;
  private final Offices offices;
  private final Clock clock;

  SelectionOfPlan(Migrations migrations, Procedures procedures, PlaceNames names, Offices offices, Clock clock) {
    this.migrations = migrations;
    this.procedures = procedures;
    this.names = names;
    this.offices = offices;
    this.clock = clock;
  }

  /** Adds what is chosen, and everything that can be, to a model. */
  void show(Migration plan, Model model, Actor actor, Sentence words) {
    LocalDate today = LocalDate.now(clock);
    Selection selection = plan.selection();
    Release from = procedures.release(plan.fromRelease());
    model.addAttribute("selection", selection);
    model.addAttribute("codes", String.join("\n", selection.codes()));
    model.addAttribute("offices", offices.all(today).stream()
        .sorted(Comparator.comparing(Office::level).reversed().thenComparing(Office::name))
        .map(each -> new Choice(each.id(), each.name())).toList());
    model.addAttribute("places", places(plan, actor).entrySet().stream().map(each -> new Choice(each.getKey(),
        words.of("migration.place", names.of(from, each.getKey()), each.getValue()))).toList());
    model.addAttribute("chosenOffice", selection.office() == null ? words.of("migration.office.any")
        : offices.nameOf(selection.office(), today));
    model.addAttribute("chosenPlace", selection.place() == null ? words.of("migration.place.any")
        : names.of(from, selection.place()));
  }

  /** Where cases stand, and how many; a called process counts at its call, too. */
  private Map<String, Long> places(Migration plan, Actor actor) {
    Map<String, Long> places = new TreeMap<>();
    migrations.places(plan.fromRelease(), actor).forEach((place, cases) -> {
      for (int slash = place.indexOf('/'); slash > 0; slash = place.indexOf('/', slash + 1)) {
        places.merge(place.substring(0, slash), cases, Long::sum);
      }
      if (!place.isEmpty()) {
        places.merge(place, cases, Long::sum);
      }
    });
    return places;
  }
}
