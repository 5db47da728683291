package vn.trian.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.report.BookPapers;
import vn.trian.report.TrackingBook;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.Texts;
import vn.trian.supervision.web.FilterForm;
import vn.trian.supervision.web.NameBook;
import vn.trian.supervision.web.Words;

/** The tracking book of an office, and the control slips of its files. */
@Controller
class BookPage {

  private static final int ROWS = 50;
  private static final String FILE = "so-theo-doi-ho-so-";

  private final TrackingBook book;
  private final BookPapers papers;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  BookPage(TrackingBook book, BookPapers papers, FilterForm form, NameBook names, Actors actors,
      MessageSource messages, Clock clock) {
    this.book = book;
    this.papers = papers;
    this.form = form;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /** A line in the table. */
  record Row(int number, String code, String person, String receivedOn, String dueOn, String returnedOn,
      String result, boolean picked) {}

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
    model.addAttribute("pdf", asked.file("pdf"));
    model.addAttribute("word", asked.file("docx"));
    model.addAttribute("excel", asked.file("xlsx"));
    model.addAttribute("slips", asked.slips(false));
    model.addAttribute("pickedSlips", asked.slips(true));
    return "report/book";
  }

  @GetMapping(BookRequest.BOOK + ".pdf")
  ResponseEntity<byte[]> pdf(@RequestParam MultiValueMap<String, String> parameters) {
    return Downloads.PDF.of(papers.pdf(asked(parameters).filter(), actors.current()), FILE + today());
  }

  @GetMapping(BookRequest.BOOK + ".docx")
  ResponseEntity<byte[]> word(@RequestParam MultiValueMap<String, String> parameters) {
    return Downloads.WORD.of(papers.word(asked(parameters).filter(), actors.current()), FILE + today());
  }

  @GetMapping(BookRequest.BOOK + ".xlsx")
  ResponseEntity<byte[]> sheet(@RequestParam MultiValueMap<String, String> parameters) {
    return Downloads.EXCEL.of(papers.sheet(asked(parameters).filter(), actors.current()), FILE + today());
  }

  /** The control slips of the files that are ticked, or of all in the book. */
  @GetMapping(BookRequest.SLIPS)
  ResponseEntity<byte[]> slips(@RequestParam MultiValueMap<String, String> parameters) {
    BookRequest asked = asked(parameters);
    return Downloads.PDF.of(papers.slips(asked.filter(), asked.picked(), actors.current()),
        "phieu-kiem-soat-" + today());
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
