package vn.trian.supervision.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.organization.Absence;
import vn.trian.organization.Offices;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.organization.Substitution;
import vn.trian.organization.Substitution.Standing;
import vn.trian.organization.Substitutions;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Texts;
import vn.trian.supervision.Supervisors;
import vn.trian.supervision.web.FilterForm.Choice;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Heads;

/** Who stands in for whom: supervisors see their offices, everybody else what concerns themself. */
@Controller
class SubstitutesPage {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  /** Of those that are over, the newest. */
  private static final int MOST_PAST = 50;

  private final Substitutions substitutions;
  private final Desk desk;
  private final Officers officers;
  private final Offices offices;
  private final Reach reach;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  SubstitutesPage(Substitutions substitutions, Desk desk, Officers officers, Offices offices, Reach reach,
      FilterForm form, NameBook names, Actors actors, MessageSource messages, Clock clock) {
    this.substitutions = substitutions;
    this.desk = desk;
    this.officers = officers;
    this.offices = offices;
    this.reach = reach;
    this.form = form;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /** An absence; {@code ended} is null unless somebody ended it, {@code key} unless the one who looks may end it. */
  record Row(String id, String office, String absentee, String substitute, String firstDay, String lastDay,
      String reason, String entered, String ended, String key) {}

  /** Absences of an office and those below it; for who does not supervise their own. */
  @GetMapping(Address.SUBSTITUTES)
  String list(@RequestParam(defaultValue = "") String office, Model model, Locale locale) {
    Actor actor = actors.current();
    if (actor.holds(Role.ADMIN)) {
      throw new DomainException(Kind.FORBIDDEN, "supervision-not-yours");
    }
    boolean supervises = Supervisors.supervises(actor);
    Names book = names.in(locale);
    model.addAttribute("supervises", supervises);
    model.addAttribute("rows", rows(shown(actor, supervises, office), actor, book, new Words(messages, locale)));
    if (supervises) {
      model.addAttribute("chosenOffice", office.isEmpty() ? actor.officeId() : office);
      model.addAttribute("offices", form.offices(actor, book));
    }
    List<Choice> colleagues = officers.at(actor.officeId()).stream().filter(each -> !each.holds(Role.ADMIN))
        .map(each -> new Choice(each.login(), each.fullName() + " – " + each.title())).toList();
    model.addAttribute("colleagues", colleagues);
    model.addAttribute("absentees", Heads.leads(actor) ? colleagues
        : colleagues.stream().filter(each -> each.value().equals(actor.login())).toList());
    model.addAttribute("today", book.today());
    model.addAttribute("key", UUID.randomUUID().toString());
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", new Absence(null, null, book.today(), null, null));
    }
    return "supervision/substitutes";
  }

  /** Enters an absence; what was typed comes back with the refusal. */
  @PostMapping(Address.SUBSTITUTES)
  String enter(@RequestParam(defaultValue = "") String absentee, @RequestParam(defaultValue = "") String substitute,
      @RequestParam(defaultValue = "") String firstDay, @RequestParam(defaultValue = "") String lastDay,
      @RequestParam(defaultValue = "") String reason, @RequestParam String key, RedirectAttributes next,
      Locale locale) {
    Absence wanted = new Absence(absentee, substitute, day(firstDay), day(lastDay), reason);
    return done("entered.done", actor -> desk.enterAbsence(wanted, key, actor), wanted, next, locale);
  }

  /** Ends an absence early, or calls it off. */
  @PostMapping(Address.SUBSTITUTES + "/{id}/end")
  String end(@PathVariable String id, @RequestParam String key, RedirectAttributes next, Locale locale) {
    return done("ended", actor -> desk.endAbsence(id, key, actor), null, next, locale);
  }

  /** What somebody may not even know of is answered as any address that leads nowhere. */
  private String done(String what, Consumer<Actor> action, Absence typed, RedirectAttributes next, Locale locale) {
    Actor actor = actors.current();
    try {
      action.accept(actor);
      next.addFlashAttribute("done", what);
    } catch (DomainException refusal) {
      if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) {
        throw refusal;
      }
      next.addFlashAttribute("refusal", new Words(messages, locale).refusal(refusal));
      if (typed != null) {
        next.addFlashAttribute("typed", typed);
      }
    }
    return "redirect:" + Address.SUBSTITUTES;
  }

  private List<Substitution> shown(Actor actor, boolean supervises, String office) {
    if (!supervises) {
      return substitutions.of(Set.of(actor.officeId())).stream()
          .filter(each -> Set.of(each.absentee(), each.substitute()).contains(actor.login())).toList();
    }
    Set<String> reached = reach.offices(actor);
    if (!office.isEmpty() && !reached.contains(office)) {
      throw new DomainException(Kind.NOT_FOUND, "supervision-office");
    }
    return substitutions.of(office.isEmpty() ? reached : offices.atOrBelow(office, LocalDate.now(clock)));
  }

  private Map<Standing, List<Row>> rows(List<Substitution> shown, Actor actor, Names names, Words words) {
    Map<Standing, List<Row>> rows = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      List<Substitution> those =
          new ArrayList<>(shown.stream().filter(each -> each.standingOn(names.today()) == standing).toList());
      if (standing == Standing.PAST) {
        those.sort(Comparator.comparing(Substitution::lastDay).reversed());
      }
      rows.put(standing, those.stream().limit(standing == Standing.PAST ? MOST_PAST : Long.MAX_VALUE)
          .map(each -> row(each, standing, actor, names, words)).toList());
    }
    return rows;
  }

  private Row row(Substitution each, Standing standing, Actor actor, Names names, Words words) {
    boolean mayEnd = standing != Standing.PAST && desk.mayEndAbsence(each, actor);
    return new Row(each.id(), names.office(each.officeId()), names.officer(each.absentee()),
        names.officer(each.substitute()), Texts.day(each.firstDay()), Texts.day(each.lastDay()), each.reason(),
        words.of("substitutes.by", names.officer(each.enteredBy()), moment(each.enteredAt())),
        each.endedAt() == null ? null
            : words.of("substitutes.endedBy", names.officer(each.endedBy()), moment(each.endedAt())),
        mayEnd ? UUID.randomUUID().toString() : null);
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(clock.getZone()));
  }

  /** As the browser's own calendar sends it; what cannot be read counts as not given. */
  private static LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
