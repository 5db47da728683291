package vn.trian.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.report.OfficeReport;
import vn.trian.report.ReportDesk;
import vn.trian.report.ReportPapers;
import vn.trian.report.Reports;
import vn.trian.report.Reports.Opened;
import vn.trian.report.Wording;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.supervision.web.Words;

/** One report: written as a draft, frozen, and afterwards compared with what is counted today. */
@Controller
class ReportPage {

  private static final String REPORT = ReportsPage.REPORTS + "/{id}";

  private final Reports reports;
  private final ReportDesk desk;
  private final ReportPapers papers;
  private final ReportSheets sheets;
  private final ReportFacts facts;
  private final Actors actors;
  private final MessageSource messages;

  ReportPage(Reports reports, ReportDesk desk, ReportPapers papers, ReportSheets sheets, ReportFacts facts,
      Actors actors, MessageSource messages) {
    this.reports = reports;
    this.desk = desk;
    this.papers = papers;
    this.sheets = sheets;
    this.facts = facts;
    this.actors = actors;
    this.messages = messages;
  }

  @GetMapping(REPORT)
  String report(@PathVariable String id, Model model, Locale locale) {
    Actor actor = actors.current();
    Opened opened = reports.open(id, actor);
    facts.fill(model, opened, locale);
    boolean mine = Reports.answersFor(opened.report().officeId(), actor);
    model.addAttribute("mayWrite", mine && !opened.report().frozen());
    List<OfficeReport> editions = opened.editions();
    model.addAttribute("mayCorrect", mine && editions.get(editions.size() - 1).frozen());
    model.addAttribute("key", UUID.randomUUID().toString());
    if (!model.containsAttribute("wording")) {
      model.addAttribute("wording", opened.report().wording());
    }
    return "report/report";
  }

  /** Keeps what was written. */
  @PostMapping(REPORT)
  String write(@PathVariable String id, @RequestParam Map<String, String> given, Model model, RedirectAttributes next,
      HttpServletResponse response, Locale locale) {
    try {
      desk.write(id, wording(given), given.get("key"), actors.current());
      return done(id, "report.done.written", next, locale);
    } catch (DomainException refusal) {
      return refused(refusal, id, given, model, response, locale);
    }
  }

  /** Keeps what was written and freezes the report. */
  @PostMapping(REPORT + "/freeze")
  String freeze(@PathVariable String id, @RequestParam Map<String, String> given, Model model, RedirectAttributes next,
      HttpServletResponse response, Locale locale) {
    try {
      String key = given.get("key");
      desk.write(id, wording(given), key + "-text", actors.current());
      desk.freeze(id, key, actors.current());
      return done(id, "report.done.frozen", next, locale);
    } catch (DomainException refusal) {
      return refused(refusal, id, given, model, response, locale);
    }
  }

  @PostMapping(REPORT + "/discard")
  String discard(@PathVariable String id, @RequestParam Map<String, String> given) {
    desk.discard(id, given.get("key"), actors.current());
    return "redirect:" + ReportsPage.REPORTS;
  }

  @GetMapping(REPORT + ".pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String id) {
    Actor actor = actors.current();
    OfficeReport report = reports.visible(id, actor);
    return Downloads.PDF.of(report.frozen() ? papers.pdf(report) : papers.draftPdf(reports.open(id, actor)),
        name(report));
  }

  @GetMapping(REPORT + ".docx")
  ResponseEntity<byte[]> word(@PathVariable String id) {
    Actor actor = actors.current();
    OfficeReport report = reports.visible(id, actor);
    return Downloads.WORD.of(report.frozen() ? papers.word(report) : papers.draftWord(reports.open(id, actor)),
        name(report));
  }

  @GetMapping(REPORT + ".xlsx")
  ResponseEntity<byte[]> sheet(@PathVariable String id) {
    Opened opened = reports.open(id, actors.current());
    return Downloads.EXCEL.of(sheets.of(opened), name(opened.report()));
  }

  private String done(String id, String message, RedirectAttributes next, Locale locale) {
    next.addFlashAttribute("done", new Words(messages, locale).of(message));
    next.addAttribute("id", id);
    return "redirect:" + REPORT;
  }

  /** The page again with what was written and the reason why it is not kept; what is not about that goes on. */
  private String refused(DomainException refusal, String id, Map<String, String> given, Model model,
      HttpServletResponse response, Locale locale) {
    if (refusal.kind() != Kind.INVALID && refusal.kind() != Kind.CONFLICT) {
      throw refusal;
    }
    response.setStatus(refusal.kind() == Kind.INVALID ? HttpStatus.UNPROCESSABLE_ENTITY.value()
        : HttpStatus.CONFLICT.value());
    model.addAttribute("refusal",
        new Words(messages, locale).of(refusal.code(), refusal.arguments(locale.getLanguage())));
    model.addAttribute("wording", wording(given));
    return report(id, model, locale);
  }

  private static Wording wording(Map<String, String> given) {
    return new Wording(day(given.get("first")), day(given.get("last")), given.get("addressee"), given.get("results"),
        given.get("difficulties"), given.get("proposals"), given.get("others"));
  }

  /** Null for what is no day. */
  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static String name(OfficeReport report) {
    return "bao-cao-" + report.ruleCode().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + report.year() + "-"
        + report.officeId() + "-" + report.edition();
  }
}
