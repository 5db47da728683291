package vn.trian.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.report.Due;
import vn.trian.report.Due.Duty;
import vn.trian.report.ReportDesk;
import vn.trian.report.ReportLine;
import vn.trian.report.ReportRule;
import vn.trian.report.ReportRules;
import vn.trian.report.ReportStandings;
import vn.trian.report.ReportStandings.Below;
import vn.trian.report.ReportTable;
import vn.trian.report.Reports;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.Texts;
import vn.trian.supervision.Period;
import vn.trian.supervision.web.FilterForm;
import vn.trian.supervision.web.NameBook;
import vn.trian.supervision.web.Words;

/** Which reports an office owes, and what has come from the offices below. */
@Controller
class ReportsPage {

  static final String REPORTS = "/reports";
  private static final int YEARS = 4;

  private final ReportStandings standings;
  private final ReportRules rules;
  private final ReportDesk desk;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  ReportsPage(ReportStandings standings, ReportRules rules, ReportDesk desk, FilterForm form, NameBook names,
      Actors actors, MessageSource messages, Clock clock) {
    this.standings = standings;
    this.rules = rules;
    this.desk = desk;
    this.form = form;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A report of the office.
   *
   * @param area      where the plan behind it holds
   * @param dueBefore day that it has to be there before, if the office owes it by a day
   */
  record Line(Due due, String name, String area, String period, String dueBefore, Below below) {

    /** Whether a plan asks for it, here or below, or the office began it unasked. */
    boolean isOfTheOffice() {
      return due.duty() != Duty.NONE || below.offices() > 0 || due.newest() != null;
    }
  }

  /** A report of an office below; cells as {@link ReportTable#COLUMNS}, null while nothing is frozen. */
  record BelowLine(Due due, String dueBefore, List<String> cells) {}

  @GetMapping(REPORTS)
  String reports(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    int year = year(parameters);
    String office = parameters.getOrDefault("office", actor.officeId());
    Words words = new Words(messages, locale);
    Map<String, Below> below = standings.belowByRule(office, year, actor);
    List<Line> lines = standings.of(office, year, actor).stream().map(due -> new Line(due,
        due.rule().name().in(locale.getLanguage()), due.rule().area().name().in(locale.getLanguage()),
        period(due.rule(), year, words), dueBefore(due), below.get(due.rule().code()))).toList();
    model.addAttribute("all", lines);
    model.addAttribute("lines", lines.stream().filter(Line::isOfTheOffice).toList());
    model.addAttribute("others", lines.stream().filter(line -> !line.isOfTheOffice()).toList());
    model.addAttribute("mine", Reports.answersFor(office, actor));
    model.addAttribute("key", UUID.randomUUID().toString());
    choices(model, office, year, actor, locale);
    return "report/reports";
  }

  /** Begins a report of the own office, or goes on with it. */
  @PostMapping(REPORTS)
  String begin(@RequestParam Map<String, String> parameters) {
    return "redirect:" + REPORTS + "/" + desk.begin(parameters.getOrDefault("rule", ""), year(parameters),
        parameters.get("key"), actors.current());
  }

  /** One report of all offices below, with the figures that they froze. */
  @GetMapping(REPORTS + "/below")
  String below(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    int year = year(parameters);
    String office = parameters.getOrDefault("office", actor.officeId());
    ReportRule rule = rules.get(parameters.getOrDefault("rule", ""));
    List<Due> below = standings.below(rule, office, year, actor);
    Words words = new Words(messages, locale);
    model.addAttribute("rule", rule);
    model.addAttribute("name", rule.name().in(locale.getLanguage()));
    model.addAttribute("period", period(rule, year, words));
    model.addAttribute("columns", ReportTable.COLUMNS);
    model.addAttribute("lines", below.stream().map(due -> new BelowLine(due, dueBefore(due),
        due.sent() == null ? null : cells(due.sent().figures().lines()))).toList());
    List<Due> direct = below.stream()
        .filter(due -> due.sent() != null && office.equals(due.office().parentId())).toList();
    model.addAttribute("summed", direct.size());
    model.addAttribute("sums", cells(sum(direct)));
    choices(model, office, year, actor, locale);
    return "report/below";
  }

  private void choices(Model model, String office, int year, Actor actor, Locale locale) {
    model.addAttribute("offices", form.offices(actor, names.in(locale)));
    model.addAttribute("chosenOffice", office);
    model.addAttribute("year", year);
    model.addAttribute("years", IntStream.range(0, YEARS).map(n -> LocalDate.now(clock).getYear() - n).boxed()
        .toList());
  }

  private int year(Map<String, String> parameters) {
    String year = parameters.getOrDefault("year", "");
    return year.matches("20\\d\\d") ? Integer.parseInt(year) : LocalDate.now(clock).getYear();
  }

  private static String dueBefore(Due due) {
    return due.lastDayOnTime() == null ? "" : Texts.day(due.rule().dueBefore().atYear(due.year()));
  }

  private static String period(ReportRule rule, int year, Words words) {
    return words.period(Period.of(rule.periodCode(year)).orElseThrow());
  }

  private static Map<ReportLine, Long> sum(List<Due> sent) {
    Map<ReportLine, Long> sums = new EnumMap<>(ReportLine.class);
    sent.forEach(due -> due.sent().figures().lines().forEach((line, count) -> sums.merge(line, count, Long::sum)));
    return sums;
  }

  private static List<String> cells(Map<ReportLine, Long> lines) {
    return ReportTable.COLUMNS.stream().map(line -> Texts.grouped(lines.getOrDefault(line, 0L))).toList();
  }
}
