package vn.trian.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.report.Figures.Part;
import vn.trian.report.Figures.StepDays;
import vn.trian.security.Actor;
import vn.trian.shared.Level;
import vn.trian.shared.Texts;
import vn.trian.supervision.CaseFigures;
import vn.trian.supervision.CaseFigures.Passed;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Figure;
import vn.trian.supervision.Period;
import vn.trian.supervision.PeriodFigures;
import vn.trian.supervision.web.NameBook;
import vn.trian.supervision.web.Names;

/** Counts what a report says, as supervision counts it. */
@Service
@Transactional(readOnly = true)
class ReportFigures {

  private final CaseFigures cases;
  private final PeriodFigures periods;
  private final Offices offices;
  private final FirstCases firstCases;
  private final NameBook names;

  ReportFigures(CaseFigures cases, PeriodFigures periods, Offices offices, FirstCases firstCases, NameBook names) {
    this.cases = cases;
    this.periods = periods;
    this.offices = offices;
    this.firstCases = firstCases;
    this.names = names;
  }

  /**
   * Numbers and the cases behind them, by code.
   *
   * @param since first day of which there is a case when that is later than the first day counted; otherwise null
   */
  record Counted(Figures figures, Map<String, CountedCase> cases, LocalDate since) {}

  /** The cases of an office and those below it within some days, for somebody who has them in reach. */
  Counted count(String office, Period days, Actor actor) {
    CaseFilter filter = CaseFilter.of(Figure.RECEIVED, days, office);
    Map<String, CountedCase> counted = new TreeMap<>();
    cases.each(filter, actor, row -> counted.put(row.code(),
        new CountedCase(row.code(), row.procedure(), row.receivingOffice(), ReportLine.of(row.figures()))));
    cases.eachHandOver(filter, actor, passed -> counted.computeIfPresent(passed.code(), (code, known) -> {
      known.lines().add(ReportLine.of(levelOf(passed), passed.result()));
      return known;
    }));
    PeriodFigures.Report report = periods.report(filter, actor);
    Names known = names.in(Texts.VIETNAMESE);
    Level level = offices.find(office, days.last()).map(Office::level).orElse(Level.COMMUNE);
    return new Counted(new Figures(lines(counted.values()), report.payments(), report.cashless(),
        parts(counted.values(), CountedCase::procedure, known::procedure),
        parts(counted.values(), each -> below(each.office(), level, days.last()),
            id -> offices.nameOf(id, days.last())),
        steps(report, known)), counted, since(office, days));
  }

  private LocalDate since(String office, Period days) {
    return firstCases.since(office, days.last()).filter(first -> first.isAfter(days.first())).orElse(null);
  }

  private Level levelOf(Passed passed) {
    return offices.find(passed.office(), passed.on()).map(Office::level).orElse(Level.DEPARTMENT);
  }

  /** The office right below that a case came in through; itself where there is none in between. */
  private String below(String receiving, Level level, LocalDate on) {
    return level == Level.DEPARTMENT
        ? offices.ancestor(receiving, Level.DIVISION, on).map(Office::id).orElse(receiving) : receiving;
  }

  private static Map<ReportLine, Long> lines(Collection<CountedCase> cases) {
    Map<ReportLine, Long> lines = new EnumMap<>(ReportLine.class);
    cases.forEach(each -> add(lines, each.lines()));
    return lines;
  }

  private static void add(Map<ReportLine, Long> sums, Set<ReportLine> lines) {
    lines.forEach(line -> sums.merge(line, 1L, Long::sum));
  }

  private static List<Part> parts(Collection<CountedCase> cases, Function<CountedCase, String> key,
      Function<String, String> name) {
    Map<String, Map<ReportLine, Long>> sums = new TreeMap<>();
    cases.forEach(each -> add(sums.computeIfAbsent(key.apply(each), part -> new EnumMap<>(ReportLine.class)),
        each.lines()));
    List<Part> parts = new ArrayList<>();
    sums.forEach((part, lines) -> parts.add(new Part(part, name.apply(part), lines)));
    parts.sort(Comparator.comparing(Part::name));
    return parts;
  }

  private static List<StepDays> steps(PeriodFigures.Report report, Names names) {
    return report.steps().stream().map(each -> {
      String procedure = each.step().procedure();
      String step = each.step().step();
      return new StepDays(procedure, step, names.procedure(procedure), names.step(procedure, step, step),
          each.passes(), each.median(), each.ninetieth());
    }).sorted(Comparator.comparing(StepDays::procedureName).thenComparing(StepDays::stepName)).toList();
  }
}
