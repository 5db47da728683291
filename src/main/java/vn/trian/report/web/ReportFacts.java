package vn.trian.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import vn.trian.organization.Offices;
import vn.trian.report.Figures;
import vn.trian.report.Figures.Part;
import vn.trian.report.Figures.StepDays;
import vn.trian.report.OfficeReport;
import vn.trian.report.ReportLine;
import vn.trian.report.ReportTable;
import vn.trian.report.Reports.Opened;
import vn.trian.report.StepComparison;
import vn.trian.shared.Texts;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Period;
import vn.trian.supervision.web.NameBook;
import vn.trian.supervision.web.Names;
import vn.trian.supervision.web.Words;

/** What the page of a report shows of its numbers. */
@Component
class ReportFacts {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  /** Codes that are named at a correction; the Excel file has all. */
  private static final int NAMED = 20;

  private final Offices offices;
  private final NameBook names;
  private final MessageSource messages;
  private final Clock clock;

  ReportFacts(Offices offices, NameBook names, MessageSource messages, Clock clock) {
    this.offices = offices;
    this.names = names;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A number of the report.
   *
   * @param today  what is counted now; null in a draft
   * @param url    list of the cases as it is now; null where there is none
   */
  record Line(String name, String value, String today, boolean changed, String url) {}

  /** A number with the cases that made it change, if it counts cases; {@code more} are not named. */
  record Changed(String name, String frozen, String today, List<String> added, long moreAdded, List<String> removed,
      long moreRemoved) {}

  /** A row of a table. */
  record Row(String name, List<String> cells) {}

  /** How long a step took; {@code today} is null in a draft. */
  record StepRow(String name, List<String> cells, List<String> today, boolean changed) {}

  /** An edition of the report. */
  record Edition(String id, int number, String symbol, String frozenOn, boolean current) {}

  void fill(Model model, Opened opened, Locale locale) {
    OfficeReport report = opened.report();
    Figures figures = opened.figures();
    Words words = new Words(messages, locale);
    Names known = names.in(locale);
    model.addAttribute("report", report);
    model.addAttribute("name", opened.rule().name().in(locale.getLanguage()));
    model.addAttribute("rule", opened.rule());
    model.addAttribute("office", offices.nameOf(report.officeId(), LocalDate.now(clock)));
    model.addAttribute("period", words.period(Period.of(opened.rule().periodCode(report.year())).orElseThrow()));
    model.addAttribute("days", words.period(report.days()));
    model.addAttribute("frozenAt", report.frozen() ? MOMENT.format(report.frozenAt().atZone(clock.getZone())) : null);
    model.addAttribute("intact", opened.intact());
    model.addAttribute("lines", lines(opened, words));
    model.addAttribute("changes", changes(opened, known, words));
    model.addAttribute("columns", ReportTable.COLUMNS);
    model.addAttribute("procedures", rows(figures.procedures(), part -> known.procedure(part.key())));
    model.addAttribute("parts",
        figures.tellsOfOfficesBelow(report.officeId()) ? rows(figures.offices(), Part::name) : List.of());
    model.addAttribute("steps", steps(opened, known, words));
    model.addAttribute("since", opened.since() == null ? null : Texts.day(opened.since()));
    model.addAttribute("editions", opened.editions().stream().map(each -> new Edition(each.id(), each.edition(),
        each.symbol(), Texts.day(each.frozenOn()), each.id().equals(report.id()))).toList());
  }

  private List<Line> lines(Opened opened, Words words) {
    Figures then = opened.figures();
    Figures now = opened.today();
    boolean frozen = opened.report().frozen();
    List<Line> lines = new ArrayList<>();
    for (ReportLine line : ReportLine.values()) {
      if (line.figure().isPresent() || then.of(line) + now.of(line) > 0) {
        lines.add(line(words.of(line.key()), Texts.grouped(then.of(line)),
            frozen ? Texts.grouped(now.of(line)) : null, url(opened, line)));
      }
    }
    lines.add(line(words.of("report.inTime"), words.share(then.inTimeShare()),
        frozen ? words.share(now.inTimeShare()) : null, null));
    lines.add(line(words.of("report.rejectedShare"), words.share(then.rejectedShare()),
        frozen ? words.share(now.rejectedShare()) : null, null));
    lines.add(line(words.of("report.returnedShare"), words.share(then.returnedShare()),
        frozen ? words.share(now.returnedShare()) : null, null));
    lines.add(line(words.of("report.payments"), Texts.grouped(then.payments()),
        frozen ? Texts.grouped(now.payments()) : null, null));
    lines.add(line(words.of("report.cashless"), Texts.grouped(then.cashless()),
        frozen ? Texts.grouped(now.cashless()) : null, null));
    lines.add(line(words.of("report.cashlessShare"), words.share(then.cashlessShare()),
        frozen ? words.share(now.cashlessShare()) : null, null));
    return lines;
  }

  private static Line line(String name, String value, String today, String url) {
    return new Line(name, value, today, today != null && !today.equals(value), url);
  }

  /** The list of the supervisors for the same office and days; it has none for steps of one level. */
  private static String url(Opened opened, ReportLine line) {
    return line.figure().map(figure -> {
      CaseFilter filter = CaseFilter.of(figure, opened.report().days(), opened.report().officeId());
      UriComponentsBuilder address = UriComponentsBuilder.fromPath("/supervision/cases");
      filter.parameters().forEach(address::queryParam);
      return address.encode().toUriString();
    }).orElse(null);
  }

  private static List<Changed> changes(Opened opened, Names known, Words words) {
    List<Changed> changes = new ArrayList<>();
    opened.corrections().forEach(each -> changes.add(new Changed(words.of(each.line().key()),
        Texts.grouped(each.frozen()), Texts.grouped(each.today()), first(each.added()), more(each.added()),
        first(each.removed()), more(each.removed()))));
    if (opened.paymentsDiffer()) {
      changes.add(changed(words.of("report.payments"), payments(opened.figures(), words),
          payments(opened.today(), words)));
    }
    opened.steps().stream().filter(StepComparison::differs).forEach(each -> changes.add(
        changed(words.of("report.change.step", name(each, known)), days(each.frozen(), words),
            days(each.today(), words))));
    return changes;
  }

  private static Changed changed(String name, String frozen, String today) {
    return new Changed(name, frozen, today, List.of(), 0, List.of(), 0);
  }

  private static String payments(Figures figures, Words words) {
    return words.of("report.change.payments", Texts.grouped(figures.payments()), Texts.grouped(figures.cashless()));
  }

  private static String days(StepDays days, Words words) {
    return days == null ? words.of("report.change.noStep") : words.of("report.change.days",
        Texts.grouped(days.passes()), words.number(days.median()), words.number(days.ninetieth()));
  }

  private static List<String> first(List<String> codes) {
    return codes.subList(0, Math.min(NAMED, codes.size()));
  }

  private static long more(List<String> codes) {
    return Math.max(0, codes.size() - NAMED);
  }

  private static List<Row> rows(List<Part> parts, Function<Part, String> name) {
    return parts.stream().map(part -> new Row(name.apply(part), ReportTable.COLUMNS.stream()
        .map(line -> Texts.grouped(part.of(line))).toList())).toList();
  }

  private static List<StepRow> steps(Opened opened, Names known, Words words) {
    boolean frozen = opened.report().frozen();
    return opened.steps().stream().map(each -> new StepRow(name(each, known), cells(each.frozen(), words),
        frozen ? cells(each.today(), words) : null, each.differs())).toList();
  }

  private static String name(StepComparison each, Names known) {
    StepDays step = each.any();
    return known.step(step.procedure(), step.step(), step.stepName()) + " – " + known.procedure(step.procedure());
  }

  private static List<String> cells(StepDays days, Words words) {
    return days == null ? List.of("–", "–", "–")
        : List.of(Texts.grouped(days.passes()), words.number(days.median()), words.number(days.ninetieth()));
  }
}
