package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
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
import vn.trian.supervision.Forecast.Cause;

/** Which open cases will probably miss their day, and why. */
@Controller
class ForecastPage {

  private static final double PERCENT = 100;

  private final Forecast forecast;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  ForecastPage(Forecast forecast, FilterForm form, NameBook names, Actors actors, MessageSource messages,
      Clock clock) {
    this.forecast = forecast;
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
    model.addAttribute("cut", outlook.cut() ? Forecast.LOOKED_AT : null);
    return "supervision/forecast";
  }

  private static Row row(Forecast.Row row, Names names, Words words) {
    return new Row(row.code(), row.owner(), row.subject(), names.procedure(row.procedure()),
        names.office(row.holder()), row.step() == null ? words.of("supervision.step.none")
            : names.step(row.procedure(), row.step(), row.stepName()),
        Texts.day(row.dueOn()), Texts.day(row.likelyOn()), Math.round(PERCENT * row.risk()),
        row.risk() >= Forecast.PROBABLE, reason(row, names, words));
  }

  private static String reason(Forecast.Row row, Names names, Words words) {
    Cause cause = row.cause();
    if (cause == null) {
      return words.of("forecast.reason.result");
    }
    String step = names.step(row.procedure(), cause.step(), cause.stepName());
    String days = words.of(cause.limitDays() == 0 ? "forecast.days" : "forecast.days.limit",
        words.number(cause.median()), cause.limitDays());
    String pace = switch (cause.basis()) {
      case LIMIT -> words.of("forecast.pace.unknown", step, cause.limitDays());
      case OFFICE -> words.of("forecast.pace", step,
          words.of("forecast.place.OFFICE", names.office(cause.office())), days, cause.passes());
      case LEVEL, ALL -> words.of("forecast.pace", step, words.of("forecast.place." + cause.basis()), days,
          cause.passes());
    };
    String now = cause.running() ? words.of("forecast.elapsed", cause.elapsed()) : words.of("forecast.toCome");
    return pace + " " + now + " " + words.of("forecast.rest", cause.restDays(), cause.daysLeft());
  }
}
