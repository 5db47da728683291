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
import vn.trian.supervision.WaitingApologies;

/** Apologies that wait for their head; they are read, changed and released on the page of their case. */
@Controller
class ApologiesPage {

  private final WaitingApologies apologies;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  ApologiesPage(WaitingApologies apologies, FilterForm form, NameBook names, Actors actors, MessageSource messages,
      Clock clock) {
    this.apologies = apologies;
    this.form = form;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A draft in the table.
   *
   * @param newDay empty when the day proposed is over; the page of the case proposes another
   * @param reason null while none was chosen
   * @param own    whether it waits at the reader's own office
   */
  record Row(String code, String owner, String subject, String procedure, String office, String step,
      String promisedOn, String newDay, String reason, boolean own) {}

  @GetMapping(Address.APOLOGIES)
  String list(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    CaseFilter filter = CaseFilter.read(parameters, LocalDate.now(clock)).about(Figure.OPEN);
    Pages pages = Pages.of(Address.APOLOGIES, filter, parameters, apologies.count(filter, actor));
    Names known = names.in(locale);
    form.fill(model, filter, actor, known, new Words(messages, locale));
    pages.fill(model, apologies.page(filter, pages.from(), Pages.ROWS, actor).stream()
        .map(row -> row(row, actor, known)).toList());
    return "supervision/apologies";
  }

  private static Row row(WaitingApologies.Row row, Actor actor, Names names) {
    String newDay = row.newDay().isAfter(names.today()) ? Texts.day(row.newDay()) : "";
    return new Row(row.code(), row.owner(), row.subject(), names.procedure(row.procedure()),
        names.office(row.holder()), names.step(row.procedure(), row.step(), row.stepName()),
        Texts.day(row.promisedOn()), newDay, names.delayReason(row.procedure(), row.reasonCode()),
        row.holder().equals(actor.officeId()));
  }
}
