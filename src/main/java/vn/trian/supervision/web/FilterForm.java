package vn.trian.supervision.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.trian.organization.Office;
import vn.trian.organization.OfficeKind;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Period;

/** Choices above the figures and above their lists. */
@Component
@NamedInterface("words")
public class FilterForm {

  private final Reach reach;

  FilterForm(Reach reach) {
    this.reach = reach;
  }

  /** A choice of a filter. */
  public record Choice(String value, String label) {}

  /** What fragment {@code filters} shows: the filter, and the choices of offices, procedures and periods. */
  public void fill(Model model, CaseFilter filter, Actor actor, Names names, Words words) {
    model.addAttribute("filter", filter);
    model.addAttribute("chosenOffice", filter.office() == null ? actor.officeId() : filter.office());
    model.addAttribute("offices", offices(actor, names));
    model.addAttribute("procedures", names.procedures().values().stream()
        .map(each -> new Choice(each.key(), each.shortName().in(names.language())))
        .sorted(Comparator.comparing(Choice::label)).toList());
    model.addAttribute("periods", periods(filter.period(), names, words));
    model.addAttribute("periodName", words.period(filter.period()));
  }

  /** Offices that somebody can choose, those above first. */
  public List<Choice> offices(Actor actor, Names names) {
    Set<String> reached = reach.offices(actor);
    return names.offices().all(names.today()).stream()
        .filter(office -> reached.contains(office.id()) && office.kind() != OfficeKind.ROOM)
        .sorted(Comparator.comparing(Office::level).reversed())
        .map(office -> new Choice(office.id(), office.name())).toList();
  }

  private static List<Choice> periods(Period chosen, Names names, Words words) {
    List<Period> periods = new ArrayList<>(Period.usual(names.today()));
    if (!chosen.code().equals(Period.CHOSEN) && !periods.contains(chosen)) {
      periods.add(chosen);
    }
    List<Choice> choices = new ArrayList<>(periods.stream()
        .map(period -> new Choice(period.code(), words.period(period))).toList());
    choices.add(new Choice(Period.CHOSEN, words.of("supervision.period.choose")));
    return choices;
  }
}
