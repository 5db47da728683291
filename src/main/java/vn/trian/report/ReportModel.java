package vn.trian.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.trian.deadline.Timeliness;
import vn.trian.document.LongDates;
import vn.trian.report.Figures.Part;
import vn.trian.shared.Level;
import vn.trian.shared.Texts;
import vn.trian.supervision.Period;
import vn.trian.supervision.web.Words;

/** Key {@code report} of the template {@code papers/office-report.html}, in Vietnamese as office papers are. */
@Component
class ReportModel {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

  private final Words words;
  private final Clock clock;

  ReportModel(MessageSource messages, Clock clock) {
    this.words = new Words(messages, Texts.VIETNAMESE);
    this.clock = clock;
  }

  /**
   * The model of a report.
   *
   * @param before edition that it corrects; null for none
   * @param since  day from which there are cases, if that is not the first day counted; otherwise null
   */
  Map<String, Object> of(OfficeReport report, ReportRule rule, Figures figures, OfficeReport before,
      LocalDate since) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", rule.name().vi());
    model.put("period", decapitalized(words.period(Period.of(rule.periodCode(report.year())).orElseThrow())));
    model.put("first", Texts.day(report.days().first()));
    model.put("last", Texts.day(report.days().last()));
    model.put("correction", before == null ? null : Map.of("number", report.edition() - 1, "symbol",
        before.symbol(), "on", LongDates.day(before.frozenOn())));
    model.put("since", since == null ? null : Texts.day(since));
    model.put("sentences", sentences(figures));
    model.put("columns", ReportTable.COLUMNS.stream().map(line -> Map.of("label", label(line))).toList());
    model.put("procedures", rows(figures.procedures()));
    model.put("offices",
        figures.tellsOfOfficesBelow(report.officeId()) ? rows(figures.offices()) : List.of());
    model.put("total", cells(figures::of));
    model.put("levels", levels(figures));
    model.put("steps", figures.steps().stream().map(step -> Map.of("procedure", step.procedureName(), "step",
        step.stepName(), "passes", Texts.grouped(step.passes()), "median", words.number(step.median()), "ninetieth",
        words.number(step.ninetieth()))).toList());
    Wording wording = report.wording();
    model.put("results", Wording.paragraphs(wording.results()));
    model.put("others", Wording.paragraphs(wording.others()));
    model.put("difficulties", Wording.paragraphs(wording.difficulties()));
    model.put("proposals", Wording.paragraphs(wording.proposals()));
    if (report.frozen()) {
      model.put("frozenAt", MOMENT.format(report.frozenAt().atZone(clock.getZone())));
      model.put("checksum", report.checksum());
    }
    return model;
  }

  private List<String> sentences(Figures figures) {
    List<String> sentences = new ArrayList<>();
    sentences.add(sentence("received", figures, ReportLine.CARRIED, ReportLine.RECEIVED, ReportLine.RECEIPT_REFUSED,
        ReportLine.WITHDRAWN));
    sentences.add(sentence("decided", figures, ReportLine.DECIDED, ReportLine.DECIDED_EARLY,
        ReportLine.DECIDED_ON_TIME, ReportLine.DECIDED_LATE) + share("decided", figures.inTimeShare()));
    sentences.add(sentence("rejected", figures, ReportLine.REJECTED) + share("rejected", figures.rejectedShare()));
    sentences.add(sentence("pending", figures, ReportLine.PENDING, ReportLine.PENDING_LATE));
    sentences.add(sentence("returned", figures, ReportLine.RETURNED) + share("returned", figures.returnedShare()));
    sentences.add(words.of("report.sentence.payments", Texts.grouped(figures.payments()),
        Texts.grouped(figures.cashless())) + share("payments", figures.cashlessShare()));
    return sentences;
  }

  private String sentence(String id, Figures figures, ReportLine... lines) {
    Object[] numbers = new Object[lines.length];
    for (int i = 0; i < lines.length; i++) {
      numbers[i] = Texts.grouped(figures.of(lines[i]));
    }
    return words.of("report.sentence." + id, numbers);
  }

  /** The end of a sentence; without anything to share in it just ends. */
  private String share(String id, double share) {
    return Double.isNaN(share) ? "." : words.of("report.share." + id, words.share(share));
  }

  private static List<Map<String, Object>> rows(List<Part> parts) {
    return parts.stream().map(part -> Map.<String, Object>of("name", part.name(), "cells", cells(part::of))).toList();
  }

  private static List<Map<String, String>> cells(Function<ReportLine, Long> numbers) {
    return ReportTable.COLUMNS.stream().map(line -> Map.of("text", Texts.grouped(numbers.apply(line)))).toList();
  }

  private List<Map<String, Object>> levels(Figures figures) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Level level : Level.values()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", words.of("level." + level));
      long all = 0;
      for (Timeliness timeliness : Timeliness.values()) {
        long cases = figures.of(ReportLine.of(level, timeliness));
        row.put(timeliness.name(), Texts.grouped(cases));
        all += cases;
      }
      if (all > 0) {
        rows.add(row);
      }
    }
    return rows;
  }

  private String label(ReportLine line) {
    return words.of(line.columnKey());
  }

  private static String decapitalized(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
