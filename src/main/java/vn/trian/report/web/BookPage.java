package vn.trian.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.report.BookClosings;
import vn.trian.report.BookClosings.Change;
import vn.trian.report.BookClosings.Closed;
import vn.trian.report.BookPapers;
import vn.trian.report.BookVolumes;
import vn.trian.report.ReportDesk;
import vn.trian.report.Reports;
import vn.trian.report.TrackingBook;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.Texts;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.web.FilterForm;
import vn.trian.supervision.web.NameBook;
import vn.trian.supervision.web.Words;

/** The tracking book of an office, and the control slips of its files. */
@Controller
class BookPage {

  private static final int ROWS = 50;
  /** Changed entries that are named. */
  private static final int NAMED = 20;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final String FILE = "so-theo-doi-ho-so-";

  private final TrackingBook book;
  private final BookClosings closings;
  private final BookPapers papers;
  private final ReportDesk desk;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  BookPage(TrackingBook book, BookClosings closings, BookPapers papers, ReportDesk desk, FilterForm form,
      NameBook names, Actors actors, MessageSource messages, Clock clock) {
    this.book = book;
    this.closings = closings;
    this.papers = papers;
    this.desk = desk;
    this.form = form;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /** A line in the table. */
  record Row(int number, String code, String person, String receivedOn, String dueOn, String returnedOn,
      String result, boolean picked) {}

  /** An entry that changed after the closing; null where there is none. */
  record ChangedLine(String code, String closed, String today) {}

  @GetMapping(BookRequest.BOOK)
  String book(@RequestParam MultiValueMap<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    BookRequest asked = asked(parameters);
    Words words = new Words(messages, locale);
    long total = book.count(asked.filter(), actor);
    int last = (int) Math.max(0, (total - 1) / ROWS);
    int page = Math.min(asked.page(), last);
    List<Row> rows = book.page(asked.filter(), page * ROWS, ROWS, actor).stream()
        .map(line -> row(line, asked, words)).toList();
    form.fill(model, asked.filter(), actor, names.in(locale), words);
    model.addAttribute("rows", rows);
    model.addAttribute("total", total);
    model.addAttribute("first", (long) page * ROWS + 1);
    model.addAttribute("last", (long) page * ROWS + rows.size());
    model.addAttribute("previous", page > 0 ? asked.at(page - 1) : null);
    model.addAttribute("next", page < last ? asked.at(page + 1) : null);
    model.addAttribute("kept", asked.parameters());
    model.addAttribute("page", page);
    model.addAttribute("picked", asked.picked());
    model.addAttribute("pickedElsewhere", asked.picked().stream()
        .filter(code -> rows.stream().noneMatch(row -> row.code().equals(code))).toList());
    model.addAttribute("pdf", asked.file("pdf", false));
    model.addAttribute("word", asked.file("docx", false));
    model.addAttribute("excel", asked.file("xlsx", false));
    model.addAttribute("volumes", BookVolumes.countOf(total));
    model.addAttribute("volumeLines", BookVolumes.LONGEST);
    model.addAttribute("slips", asked.slips(false));
    model.addAttribute("pickedSlips", asked.slips(true));
    closing(model, asked, actor);
    return "report/book";
  }

  /** Closes the book of the own office for the period; what speaks against it is said on the page of refusals. */
  @PostMapping(BookRequest.BOOK)
  String close(@RequestParam MultiValueMap<String, String> parameters) {
    BookRequest asked = asked(parameters);
    desk.closeBook(asked.filter(), parameters.getFirst("key"), actors.current());
    return "redirect:" + asked.at(0);
  }

  private void closing(Model model, BookRequest asked, Actor actor) {
    CaseFilter filter = asked.filter();
    Optional<Closed> closed = closings.find(filter, actor);
    String office = filter.office() == null ? actor.officeId() : filter.office();
    closed.ifPresent(each -> {
      model.addAttribute("closed", each);
      model.addAttribute("closedAt", MOMENT.format(each.closing().closedAt().atZone(clock.getZone())));
      model.addAttribute("changes", each.changes().stream().limit(NAMED).map(BookPage::change).toList());
      model.addAttribute("moreChanges", Math.max(0, each.changes().size() - NAMED));
      model.addAttribute("closedPdf", asked.file("pdf", true));
      model.addAttribute("closedWord", asked.file("docx", true));
      model.addAttribute("closedExcel", asked.file("xlsx", true));
    });
    model.addAttribute("mayClose", closed.isEmpty() && filter.procedure() == null
        && filter.period().last().isBefore(today()) && Reports.answersFor(office, actor));
    model.addAttribute("key", UUID.randomUUID().toString());
  }

  private static ChangedLine change(Change change) {
    return new ChangedLine(change.code(), words(change.closed()), words(change.today()));
  }

  /** An entry in one line; null for none. */
  private static String words(TrackingBook.Line line) {
    return line == null ? null : String.join(" · ", String.valueOf(line.number()), line.person(),
        Texts.day(line.receivedOn()), Texts.day(line.dueOn()));
  }

  /** The book as PDF; a long one as an archive of volumes. */
  @GetMapping(BookRequest.BOOK + ".pdf")
  ResponseEntity<byte[]> pdf(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
      throws IOException {
    return volumes(Downloads.PDF, parameters, response, papers::pdf);
  }

  /** As {@link #pdf}, for Word. */
  @GetMapping(BookRequest.BOOK + ".docx")
  ResponseEntity<byte[]> word(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
      throws IOException {
    return volumes(Downloads.WORD, parameters, response, papers::word);
  }

  /** Null for what was sent volume by volume. */
  private ResponseEntity<byte[]> volumes(Downloads kind, MultiValueMap<String, String> parameters,
      HttpServletResponse response, BiFunction<BookVolumes, Integer, byte[]> drawn) throws IOException {
    BookVolumes volumes = papers.volumes(asked(parameters).filter(), isOfClosed(parameters), actors.current());
    String name = FILE + today();
    if (volumes.count() == 1) {
      return kind.of(drawn.apply(volumes, 1), name);
    }
    kind.zipped(response, name, volumes.count(), number -> drawn.apply(volumes, number), name + "-quyen");
    return null;
  }

  @GetMapping(BookRequest.BOOK + ".xlsx")
  ResponseEntity<byte[]> sheet(@RequestParam MultiValueMap<String, String> parameters) {
    return Downloads.EXCEL.of(papers.sheet(asked(parameters).filter(), isOfClosed(parameters), actors.current()),
        FILE + today());
  }

  /** The control slips of the files that are ticked, or of all in the book. */
  @GetMapping(BookRequest.SLIPS)
  ResponseEntity<byte[]> slips(@RequestParam MultiValueMap<String, String> parameters) {
    BookRequest asked = asked(parameters);
    return Downloads.PDF.of(papers.slips(asked.filter(), asked.picked(), actors.current()),
        "phieu-kiem-soat-" + today());
  }

  private static boolean isOfClosed(MultiValueMap<String, String> parameters) {
    return parameters.containsKey(BookRequest.CLOSED);
  }

  private BookRequest asked(MultiValueMap<String, String> parameters) {
    return BookRequest.read(parameters, today());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static Row row(TrackingBook.Line line, BookRequest asked, Words words) {
    return new Row(line.number(), line.code(), line.person(), Texts.day(line.receivedOn()), Texts.day(line.dueOn()),
        Texts.day(line.returnedOn()), BookPapers.result(line, words), asked.picked().contains(line.code()));
  }
}
