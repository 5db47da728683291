package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.Texts;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Figure;
import vn.trian.supervision.Forecast;

/** Which open cases will probably miss their day, and why. */
@Controller
class ForecastPage {

  private final Forecast forecast;
  private final ForecastSheets sheets;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  ForecastPage(Forecast forecast, ForecastSheets sheets, FilterForm form, NameBook names, Actors actors,
      MessageSource messages, Clock clock) {
    this.forecast = forecast;
    this.sheets = sheets;
    this.form = form;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A case in the table.
   *
   * @param risk   whole percent
   * @param reason why, as a sentence
   */
  record Row(String code, String owner, String subject, String procedure, String office, String step, String dueOn,
      String likelyOn, long risk, boolean probable, String reason) {}

  @GetMapping(Address.FORECAST)
  String list(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    CaseFilter filter = CaseFilter.read(parameters, LocalDate.now(clock)).about(Figure.OPEN);
    Forecast.Outlook outlook = forecast.outlook(filter, actor);
    Pages pages = Pages.of(Address.FORECAST, filter, parameters, outlook.possible());
    Names known = names.in(locale);
    Words words = new Words(messages, locale);
    form.fill(model, filter, actor, known, words);
    pages.fill(model, outlook.page(pages.from(), Pages.ROWS).stream().map(row -> row(row, known, words)).toList());
    model.addAttribute("probable", outlook.probable());
    model.addAttribute("cut", outlook.cut());
    model.addAttribute("most", Forecast.LOOKED_AT);
    model.addAttribute("sheet", Address.of(Address.FORECAST_SHEET, filter.parameters(), List.of()));
    return "supervision/forecast";
  }

  /** The same list for Excel, all of its pages. */
  @GetMapping(Address.FORECAST_SHEET)
  ResponseEntity<byte[]> sheet(@RequestParam Map<String, String> parameters) {
    LocalDate today = LocalDate.now(clock);
    CaseFilter filter = CaseFilter.read(parameters, today).about(Figure.OPEN);
    return CaseSheets.download("du-bao-tre-hen-" + today, sheets.of(filter, actors.current()));
  }

  private static Row row(Forecast.Row row, Names names, Words words) {
    return new Row(row.code(), row.owner(), row.subject(), names.procedure(row.procedure()),
        names.office(row.holder()), ForecastWords.step(row, names, words), Texts.day(row.dueOn()),
        Texts.day(row.likelyOn()), ForecastWords.percent(row), row.risk() >= Forecast.PROBABLE,
        ForecastWords.reason(row, names, words));
  }
}
