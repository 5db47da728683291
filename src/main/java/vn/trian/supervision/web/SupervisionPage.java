package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.supervision.AsOf;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.CaseLists;
import vn.trian.supervision.Figure;
import vn.trian.supervision.IncidentKind;
import vn.trian.supervision.Incidents;
import vn.trian.supervision.OpenCases;
import vn.trian.supervision.PeriodFigures;
import vn.trian.supervision.PeriodFigures.Report;
import vn.trian.supervision.PeriodFigures.StepTime;
import vn.trian.supervision.Standing;

/** How the work of an office and those below stands, at one glance. */
@Controller
class SupervisionPage {

  private static final double WIDTH = 100;

  private final OpenCases open;
  private final CaseLists lists;
  private final PeriodFigures periods;
  private final Incidents incidents;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  SupervisionPage(OpenCases open, CaseLists lists, PeriodFigures periods, Incidents incidents, FilterForm form,
      NameBook names, Actors actors, MessageSource messages, Clock clock) {
    this.open = open;
    this.lists = lists;
    this.periods = periods;
    this.incidents = incidents;
    this.form = form;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A number with the way to its cases; its words are message {@code supervision.<id>}.
   *
   * @param note more about it, such as its share; null for nothing
   */
  record Tile(String id, long count, String color, String url, String note) {}

  /** A step with its days; the bars are of a drawing 100 wide. */
  record StepLine(String procedure, String step, long passes, List<Link> links, String median, String ninetieth,
      double medianBar, double ninetiethBar) {}

  /** A number with the way to its cases; its words are message {@code supervision.<id>}. */
  record Link(String id, long count, String url) {}

  /** The dashboard; what it is about stands in the address. */
  @GetMapping(Address.DASHBOARD)
  String dashboard(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    CaseFilter filter = CaseFilter.read(parameters, LocalDate.now(clock)).about(Figure.OPEN);
    AsOf<OpenCases.Overview> counted = open.overview(filter, actor);
    OpenCases.Overview overview = counted.figures();
    AsOf<Report> passed = periods.recent(filter, actor);
    Report report = passed.figures();
    Words words = new Words(messages, locale);
    Names known = names.in(locale);
    form.fill(model, filter, actor, known, words);
    model.addAttribute("now", counted.at().atZone(clock.getZone()));
    model.addAttribute("behind", counted.behind() || passed.behind());
    model.addAttribute("standings", Standing.values());
    model.addAttribute("tiles", standings(filter, overview, lists.count(filter.about(Figure.HELD), actor), words));
    model.addAttribute("incidents", incidents(filter, incidents.counts(filter, actor)));
    model.addAttribute("charts", charts(filter, overview, known, words));
    model.addAttribute("results", results(filter, report, words));
    model.addAttribute("steps", steps(filter, report.steps(), known, words));
    return "supervision/dashboard";
  }

  /** Open cases by how their time stands; last those that a head holds, which are among the others too. */
  private static List<Tile> standings(CaseFilter filter, OpenCases.Overview overview, long held, Words words) {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(new Tile("open", overview.all().total(), "", Address.cases(filter, Figure.OPEN), null));
    Arrays.stream(Standing.values()).forEach(standing -> {
      long count = overview.all().of(standing);
      tiles.add(new Tile("standing." + standing, count, count == 0 ? "" : color(standing),
          Address.cases(filter, Figure.OPEN, "standing", standing), null));
    });
    tiles.add(new Tile("figure.HELD", held, held == 0 ? "" : "ta-amber", Address.cases(filter, Figure.HELD),
        words.of("supervision.held.note")));
    return tiles;
  }

  private static Tile incidents(CaseFilter filter, Map<IncidentKind, Long> counts) {
    long count = counts.values().stream().mapToLong(Long::longValue).sum();
    return new Tile("incidents", count, count == 0 ? "" : "ta-amber", IncidentsPage.at(filter, null, 0), null);
  }

  private static String color(Standing standing) {
    return switch (standing) {
      case LATE -> "ta-red";
      case SOON -> "ta-amber";
      case ON_TIME -> "ta-green";
      case PAUSED, NO_LIMIT -> "";
    };
  }

  private static List<Chart> charts(CaseFilter filter, OpenCases.Overview overview, Names names, Words words) {
    return List.of(
        Chart.of("level", overview.levels(), level -> words.of("level." + level),
            level -> Address.cases(filter, Figure.OPEN, "level", level)),
        Chart.of("age", overview.ages(), age -> words.of("supervision.age." + age),
            age -> Address.cases(filter, Figure.OPEN, "age", age)),
        Chart.of("holder", overview.holders(), names::office,
            office -> Address.cases(filter, Figure.OPEN, "holder", office)),
        Chart.of("procedure", overview.procedures(), names::procedure,
            key -> Address.cases(filter, Figure.OPEN, "procedure", key)),
        Chart.of("step", overview.steps(),
            at -> names.step(at.procedure(), at.step(), words.of("supervision.step.none")) + " – "
                + names.procedure(at.procedure()),
            at -> Address.cases(filter, Figure.OPEN, "procedure", at.procedure(), "step", at.step())),
        Chart.of("officer", overview.officers(), officer -> officer(officer, names, words),
            officer -> Address.cases(filter, Figure.OPEN, "officer", officer)));
  }

  /** Name of who has a task, or why nobody has. */
  static String officer(String officer, Names names, Words words) {
    return switch (officer) {
      case CaseFilter.NONE, CaseFilter.QUEUE, CaseFilter.ELSEWHERE -> words.of("supervision.officer." + officer);
      default -> names.officer(officer);
    };
  }

  private static List<Tile> results(CaseFilter filter, Report report, Words words) {
    List<Tile> tiles = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      Long count = report.cases().get(figure);
      if (count != null) {
        tiles.add(new Tile("figure." + figure, count, figure == Figure.DECIDED_LATE && count > 0 ? "ta-red" : "",
            Address.cases(filter, figure), note(figure, report, words)));
      }
    }
    return tiles;
  }

  private static String note(Figure figure, Report report, Words words) {
    return switch (figure) {
      case DECIDED -> words.of("supervision.share.inTime", words.share(report.inTimeShare()));
      case RETURNED -> words.of("supervision.share.returned", words.share(report.returnedShare()));
      case CASHLESS -> words.of("supervision.share.cashless", words.share(report.cashlessShare()),
          report.cashless(), report.payments());
      default -> null;
    };
  }

  private static List<StepLine> steps(CaseFilter filter, List<StepTime> steps, Names names, Words words) {
    double longest = Math.max(1, steps.stream().mapToDouble(StepTime::ninetieth).max().orElse(0));
    return steps.stream().map(each -> {
      Object[] at = {"procedure", each.step().procedure(), "step", each.step().step()};
      return new StepLine(names.procedure(each.step().procedure()),
          names.step(each.step().procedure(), each.step().step(), each.step().step()), each.passes(),
          List.of(new Link("cases", each.cases(), Address.cases(filter, Figure.HANDED_OVER, at)),
              new Link("early", each.early(), Address.cases(filter, Figure.HANDED_EARLY, at)),
              new Link("onTime", each.onTime(), Address.cases(filter, Figure.HANDED_ON_TIME, at)),
              new Link("late", each.late(), Address.cases(filter, Figure.HANDED_LATE, at))),
          words.number(each.median()), words.number(each.ninetieth()),
          WIDTH * each.median() / longest, WIDTH * each.ninetieth() / longest);
    }).toList();
  }
}
