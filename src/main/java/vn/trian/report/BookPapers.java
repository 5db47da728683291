package vn.trian.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.trian.benefit.CaseDocuments;
import vn.trian.benefit.Letterheads;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.document.Documents;
import vn.trian.document.ExcelBook;
import vn.trian.document.ExcelSheet;
import vn.trian.document.LongDates;
import vn.trian.document.PdfBinder;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.procedure.FormNumber;
import vn.trian.report.BookClosings.Closed;
import vn.trian.security.Actor;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.ReferenceData;
import vn.trian.shared.Texts;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Supervisors;
import vn.trian.supervision.web.NameBook;
import vn.trian.supervision.web.Names;
import vn.trian.supervision.web.Words;

/** The tracking book and the control slips of its files as papers, in Vietnamese. */
@Service
public class BookPapers {

  /** Lines of a book that leaves the system at once. */
  static final int EXPORTED = 50_000;
  /** Control slips in one file. */
  static final int SLIPS = 200;

  private static final String TEMPLATE = "tracking-book";
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");
  private static final String CONTROL_SLIP = "controlSlip";
  private static final List<String> COLUMNS = List.of("Số", "Mã hồ sơ", "Họ và tên", "Ngày nhận", "Ngày hẹn trả",
      "Ngày trả", "Kết quả", "Ký nhận");
  private static final int[] WIDTHS = {6, 26, 32, 12, 12, 12, 30, 14};

  private final TrackingBook book;
  private final BookClosings closings;
  private final CaseFiles cases;
  private final CaseDocuments caseDocuments;
  private final Documents documents;
  private final PaperTemplates templates;
  private final Offices offices;
  private final NameBook names;
  private final Words words;
  private final Clock clock;
  private final List<FormNumber> forms = ReferenceData.rows("reference/book-forms.csv").stream()
      .map(BookPapers::form).toList();

  BookPapers(TrackingBook book, BookClosings closings, CaseFiles cases, CaseDocuments caseDocuments,
      Documents documents, PaperTemplates templates, Offices offices, NameBook names, MessageSource messages,
      Clock clock) {
    this.book = book;
    this.closings = closings;
    this.cases = cases;
    this.caseDocuments = caseDocuments;
    this.documents = documents;
    this.templates = templates;
    this.offices = offices;
    this.names = names;
    this.words = new Words(messages, Texts.VIETNAMESE);
    this.clock = clock;
  }

  /**
   * The book of a filter, to be drawn volume by volume.
   *
   * @param closed as it was when it was closed; as it reads now where nobody closed it
   * @throws DomainException INVALID {@code report-book-too-large} beyond {@value #EXPORTED} lines
   */
  public BookVolumes volumes(CaseFilter filter, boolean closed, Actor actor) {
    Optional<Closed> kept = kept(filter, closed, actor);
    List<TrackingBook.Line> lines = new ArrayList<>();
    each(filter, kept, actor, lines::add);
    return new BookVolumes(filter, office(filter, actor), kept.map(Closed::closing), lines);
  }

  /**
   * A volume as PDF.
   *
   * @param volume from 1
   */
  public byte[] pdf(BookVolumes book, int volume) {
    return documents.preview(templates.get(TEMPLATE), model(book, volume));
  }

  /** As {@link #pdf}, for Word. */
  public byte[] word(BookVolumes book, int volume) {
    return documents.previewWord(templates.get(TEMPLATE), model(book, volume));
  }

  /** As {@link #volumes}, whole for Excel. */
  public byte[] sheet(CaseFilter filter, boolean closed, Actor actor) {
    Optional<Closed> kept = kept(filter, closed, actor);
    try (ExcelBook workbook = new ExcelBook()) {
      ExcelSheet lines = workbook.sheet("Sổ theo dõi hồ sơ", COLUMNS, WIDTHS);
      each(filter, kept, actor, line -> lines.row(line.number(), line.code(), line.person(),
          line.receivedOn(), line.dueOn(), line.returnedOn(), result(line, words)));
      lines.filtered();
      ExcelSheet about = workbook.sheet("Thông tin", List.of(), 24, 60);
      about.row("Cơ quan", office(filter, actor).name());
      about.row("Kỳ", words.period(filter.period()));
      about.row("Biểu mẫu", formNumber(filter));
      about.row("Ngày in", LocalDate.now(clock));
      kept.ifPresent(each -> about.row("Khóa sổ", closing(each.closing())));
      return workbook.bytes();
    }
  }

  /**
   * Control slips as one PDF.
   *
   * @param picked codes; all files of the book of the filter when empty
   * @throws DomainException NOT_FOUND {@code case-unknown} for a code that is out of reach or invented; INVALID
   *     {@code report-slips-none}, {@code report-slips-too-many} beyond {@value #SLIPS}
   */
  public byte[] slips(CaseFilter filter, List<String> picked, Actor actor) {
    Supervisors.require(actor);
    long asked = picked.isEmpty() ? book.count(filter, actor) : picked.size();
    if (asked == 0) {
      throw new DomainException(Kind.INVALID, "report-slips-none");
    }
    if (asked > SLIPS) {
      throw new DomainException(Kind.INVALID, "report-slips-too-many", asked, SLIPS);
    }
    List<String> codes = picked.isEmpty()
        ? book.page(filter, 0, SLIPS, actor).stream().map(TrackingBook.Line::code).toList() : picked;
    List<byte[]> slips = new ArrayList<>();
    for (String code : codes) {
      CaseFile file = cases.visible(code, actor);
      slips.add(caseDocuments.preview(file, CONTROL_SLIP, actor));
    }
    return PdfBinder.bound(slips);
  }

  /** What came of a file, as the book says it. */
  public static String result(TrackingBook.Line line, Words words) {
    String state = line.state().label().in(words.locale().getLanguage());
    return line.timeliness() == null ? state
        : words.of("report.book.result", state, words.of("report.timeliness." + line.timeliness()));
  }

  private Optional<Closed> kept(CaseFilter filter, boolean closed, Actor actor) {
    return closed ? closings.find(filter, actor) : Optional.empty();
  }

  private void each(CaseFilter filter, Optional<Closed> kept, Actor actor, Consumer<TrackingBook.Line> taker) {
    if (kept.isEmpty()) {
      book.each(filter, EXPORTED, actor, taker);
    } else {
      kept.get().lines().forEach(taker);
    }
  }

  private String closing(BookClosings.Closing closing) {
    return words.of("report.book.closing", MOMENT.format(closing.closedAt().atZone(clock.getZone())),
        closing.closedName(), closing.checksum());
  }

  private Map<String, Object> model(BookVolumes book, int volume) {
    CaseFilter filter = book.filter();
    List<TrackingBook.Line> lines = book.of(volume);
    Office office = book.office();
    Names known = names.in(Texts.VIETNAMESE);
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("name", "Sổ theo dõi hồ sơ " + office.name());
    about.put("period", words.period(filter.period()));
    about.put("procedure", filter.procedure() == null ? null : known.procedure(filter.procedure()));
    about.put("rows", lines.stream().map(this::row).toList());
    if (book.count() > 1) {
      int before = (volume - 1) * BookVolumes.LONGEST;
      about.put("volume", Map.of("number", volume, "of", book.count(), "first", Texts.grouped(before + 1), "last",
          Texts.grouped(before + lines.size()), "size", Texts.grouped(lines.size())));
    }
    about.put("size", Texts.grouped(book.lines().size()));
    about.put("closing", book.closing().map(this::closing).orElse(null));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("unnumbered", true);
    document.put("formNumber", formNumber(filter));
    document.put("place", office.place());
    document.put("dateLong", LongDates.day(LocalDate.now(clock)));
    return Map.of("book", about, "office", Letterheads.of(office), "document", document);
  }

  private Map<String, Object> row(TrackingBook.Line line) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("number", line.number());
    row.put("code", line.code());
    row.put("person", line.person());
    row.put("receivedOn", Texts.day(line.receivedOn()));
    row.put("dueOn", Texts.day(line.dueOn()));
    row.put("returnedOn", Texts.day(line.returnedOn()));
    row.put("result", result(line, words));
    return row;
  }

  /** The office as it was on the last day of the period that it still existed. */
  private Office office(CaseFilter filter, Actor actor) {
    String id = filter.office() == null ? actor.officeId() : filter.office();
    return offices.find(id, filter.period().last()).or(() -> offices.find(id, filter.period().first()))
        .orElseGet(() -> offices.get(id, LocalDate.now(clock)));
  }

  /** Number of the form in force at the end of the period. */
  private String formNumber(CaseFilter filter) {
    return forms.stream().filter(form -> form.inForceOn(filter.period().last())).map(FormNumber::number).findFirst()
        .orElse(null);
  }

  private static FormNumber form(Map<String, String> row) {
    return new FormNumber(row.get("number"), day(row.get("valid_from")), day(row.get("valid_to")),
        row.get("legal_basis"), Confidence.valueOf(row.get("confidence")));
  }

  private static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
