package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.deadline.TimeLeft;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.Texts;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.CaseLists;
import vn.trian.supervision.CaseOrder;
import vn.trian.supervision.Figure;
import vn.trian.supervision.Standing;
import vn.trian.supervision.web.FilterForm.Choice;

/** The cases behind each figure: filter, order, page and selection all stand in the address. */
@Controller
class SupervisedCasesPage {

  private static final int ROWS = 25;

  private final CaseLists cases;
  private final CaseSheets sheets;
  private final Places places;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  SupervisedCasesPage(CaseLists cases, CaseSheets sheets, Places places, FilterForm form, NameBook names,
      Actors actors, MessageSource messages, Clock clock) {
    this.cases = cases;
    this.sheets = sheets;
    this.places = places;
    this.form = form;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /** A case in the table. */
  record Row(String code, String owner, String subject, String procedure, String office, String step, String officer,
      boolean held, String receivedOn, TimeLeft left, String limitOn, String decidedOn, boolean picked) {}

  /** A column that the list can be sorted by; {@code direction} is that of {@code aria-sort}. */
  record Column(String key, String direction, String url) {}

  /** Part of the filter with the address of the list without it. */
  record Chip(String label, String url) {}

  @GetMapping(Address.CASES)
  String list(@RequestParam MultiValueMap<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    ListRequest asked = ListRequest.read(parameters, LocalDate.now(clock));
    CaseFilter filter = asked.filter();
    long total = cases.count(filter, actor);
    int last = (int) Math.max(0, (total - 1) / ROWS);
    int page = Math.min(asked.page(), last);
    Names known = names.in(locale);
    Words words = new Words(messages, locale);
    List<Row> rows = cases.page(filter, asked.order(), asked.descending(), page * ROWS, ROWS, actor).stream()
        .map(each -> row(each, asked, known, words)).toList();
    form.fill(model, filter, actor, known, words);
    model.addAttribute("rows", rows);
    model.addAttribute("total", total);
    model.addAttribute("first", (long) page * ROWS + 1);
    model.addAttribute("last", (long) page * ROWS + rows.size());
    model.addAttribute("previous", page > 0 ? asked.at(page - 1) : null);
    model.addAttribute("next", page < last ? asked.at(page + 1) : null);
    model.addAttribute("columns", columns(asked));
    model.addAttribute("chips", chips(asked, known, words, actor));
    model.addAttribute("figures", figures(words));
    model.addAttribute("standings", Standing.values());
    model.addAttribute("kept", asked.parameters(asked.order(), asked.descending(), page));
    model.addAttribute("picked", asked.picked());
    model.addAttribute("pickedElsewhere", asked.picked().stream()
        .filter(code -> rows.stream().noneMatch(row -> row.code().equals(code))).toList());
    model.addAttribute("sheet", asked.sheet(false));
    model.addAttribute("pickedSheet", asked.sheet(true));
    model.addAttribute("dashboard", Address.of(Address.DASHBOARD, filter.about(Figure.OPEN).parameters(), List.of()));
    return "supervision/cases";
  }

  /** The same list, or what is picked of it, for Excel. */
  @GetMapping(Address.SHEET)
  ResponseEntity<byte[]> sheet(@RequestParam MultiValueMap<String, String> parameters) {
    LocalDate today = LocalDate.now(clock);
    return CaseSheets.download("ho-so-" + today, sheets.of(ListRequest.read(parameters, today), actors.current()));
  }

  private static Row row(CaseLists.Row row, ListRequest asked, Names names, Words words) {
    return new Row(row.code(), row.owner(), row.subject(), names.procedure(row.procedure()),
        names.office(row.holder()), row.step() == null ? words.of("supervision.step.none")
            : names.step(row.procedure(), row.step(), row.stepName()),
        row.officer() == null ? null : names.officer(row.officer()), row.held(), Texts.day(row.receivedOn()),
        row.left(), row.closedAt() == null ? Texts.day(row.limitOn()) : "", Texts.day(row.decidedOn()),
        asked.picked().contains(row.code()));
  }

  /** Columns by the name of their order. */
  private static Map<String, Column> columns(ListRequest asked) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (CaseOrder order : CaseOrder.values()) {
      String direction = order != asked.order() ? null : asked.descending() ? "descending" : "ascending";
      columns.put(order.name(), new Column("supervision.sort." + order, direction, asked.sortedBy(order)));
    }
    return columns;
  }

  /** Parts of the filter that came with a link and that the form above the list does not have. */
  private List<Chip> chips(ListRequest asked, Names names, Words words, Actor actor) {
    CaseFilter filter = asked.filter();
    List<Chip> chips = new ArrayList<>();
    if (filter.level() != null) {
      chips.add(new Chip(words.of("level." + filter.level()), asked.without("level")));
    }
    if (filter.holder() != null) {
      chips.add(new Chip(words.of("supervision.chip.holder", names.office(filter.holder())),
          asked.without("holder")));
    }
    if (filter.step() != null) {
      String step = names.step(filter.procedure(), filter.step(), words.of("supervision.step.none"));
      chips.add(new Chip(words.of("supervision.chip.step", step), asked.without("step")));
    }
    if (filter.place() != null) {
      chips.add(new Chip(words.of("supervision.chip.place", places.name(filter, actor, words)),
          asked.without("place")));
    }
    if (filter.release() != null) {
      chips.add(new Chip(words.of("supervision.chip.release", filter.release()), asked.without("release")));
    }
    if (filter.officer() != null) {
      chips.add(new Chip(SupervisionPage.officer(filter.officer(), names, words), asked.without("officer")));
    }
    if (filter.age() != null) {
      chips.add(new Chip(words.of("supervision.age." + filter.age()), asked.without("age")));
    }
    return chips;
  }

  private static List<Choice> figures(Words words) {
    List<Choice> figures = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      figures.add(new Choice(figure.name(), words.of("supervision.figure." + figure)));
    }
    return figures;
  }
}
