package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.deadline.Calendars;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Figure;
import vn.trian.supervision.IncidentKind;
import vn.trian.supervision.Incidents;
import vn.trian.supervision.Incidents.Incident;
import vn.trian.supervision.Supervisors;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;

/** What stands still, since when and what to do about it. */
@Controller
class IncidentsPage {

  private static final int ROWS = 25;
  private static final int LAST_PAGE = 100_000;
  private static final String COCKPIT = "/camunda/app/cockpit/default/#/process-instance/%s/runtime";

  private final Incidents incidents;
  private final Desk desk;
  private final FilterForm form;
  private final NameBook names;
  private final Calendars calendars;
  private final Actors actors;
  private final Reach reach;
  private final MessageSource messages;
  private final Clock clock;

  IncidentsPage(Incidents incidents, Desk desk, FilterForm form, NameBook names, Calendars calendars, Actors actors,
      Reach reach, MessageSource messages, Clock clock) {
    this.incidents = incidents;
    this.desk = desk;
    this.form = form;
    this.names = names;
    this.calendars = calendars;
    this.actors = actors;
    this.reach = reach;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * An incident in the table.
   *
   * @param said       what stands still, and what to do
   * @param retry      key of the request to run the job again; null where there is none, or not for this person
   * @param cockpitUrl null for whoever does not use Cockpit
   */
  record Line(String kind, String code, String owner, String subject, String procedure, String office, String since,
      long days, String said, String job, String retry, String cockpitUrl) {}

  /** A kind with its number. */
  record KindChoice(String id, long count, String url, boolean chosen) {}

  @GetMapping(Address.INCIDENTS)
  String list(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    CaseFilter filter = CaseFilter.read(parameters, LocalDate.now(clock)).about(Figure.OPEN);
    IncidentKind kind = kind(parameters.get("kind"));
    Map<IncidentKind, Long> counts = incidents.counts(filter, actor);
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    long total = kind == null ? all : counts.get(kind);
    int last = (int) Math.max(0, (total - 1) / ROWS);
    int page = Math.min(number(parameters.getOrDefault("page", "0")), last);
    Names known = names.in(locale);
    Words words = new Words(messages, locale);
    form.fill(model, filter, actor, known, words);
    boolean seesCockpit = actor.holds(Role.SUPERVISOR) && reach.isEverything(actor);
    model.addAttribute("lines", incidents.page(filter, kind, page * ROWS, ROWS, actor).stream()
        .map(each -> line(each, desk.mayRetry(actor), seesCockpit, known, words)).toList());
    model.addAttribute("kinds", kinds(counts, all, kind, filter));
    model.addAttribute("kind", kind);
    model.addAttribute("total", total);
    model.addAttribute("first", (long) page * ROWS + 1);
    model.addAttribute("last", Math.min(total, (page + 1L) * ROWS));
    model.addAttribute("previous", page > 0 ? at(filter, kind, page - 1) : null);
    model.addAttribute("next", page < last ? at(filter, kind, page + 1) : null);
    model.addAttribute("back", at(filter, kind, page));
    return "supervision/incidents";
  }

  /** Has a failed job run again and says how it went on the page that asked for it. */
  @PostMapping(Address.INCIDENTS + "/{job}/retry")
  String retry(@PathVariable String job, @RequestParam String key, @RequestParam(defaultValue = "") String back,
      RedirectAttributes next, Locale locale) {
    Actor actor = actors.current();
    Supervisors.require(actor);
    Words words = new Words(messages, locale);
    try {
      Done done = desk.retry(job, key, actor);
      next.addFlashAttribute(done.code().equals("done-retry-failed") ? "refusal" : "done",
          words.of(done.code(), said(done.arguments(), locale)));
    } catch (DomainException refusal) {
      next.addFlashAttribute("refusal", words.of(refusal.code(), said(Arrays.asList(refusal.arguments()), locale)));
    }
    return "redirect:" + (back.equals(Address.INCIDENTS) || back.startsWith(Address.INCIDENTS + "?") ? back
        : Address.INCIDENTS);
  }

  private static Object[] said(List<?> arguments, Locale locale) {
    return arguments.stream().map(each -> each instanceof Label label ? label.in(locale.getLanguage()) : each)
        .toArray();
  }

  private Line line(Incident incident, boolean mayRetry, boolean seesCockpit, Names names, Words words) {
    String step = incident.step() == null ? words.of("supervision.step.none")
        : names.step(incident.procedure(), incident.step(), incident.stepName());
    LocalDate since = LocalDate.ofInstant(incident.since(), clock.getZone());
    long days = calendars.workingDaysBetween(since, names.today());
    return new Line(incident.kind().name(), incident.code(), incident.owner(), incident.subject(),
        names.procedure(incident.procedure()), names.office(incident.holder()), Texts.day(since), days,
        said(incident, step, days, names, words), incident.jobId(),
        incident.jobId() != null && mayRetry ? UUID.randomUUID().toString() : null,
        seesCockpit && incident.processId() != null ? COCKPIT.formatted(incident.processId()) : null);
  }

  private static String said(Incident incident, String step, long days, Names names, Words words) {
    String key = "supervision.incident." + incident.kind();
    return switch (incident.kind()) {
      case FAILED_JOB -> words.of(key, incident.jobName(), step, Texts.moment(incident.since()));
      case NO_MOVEMENT -> incident.officer() == null ? words.of(key, step, days)
          : words.of(key + ".officer", step, days, names.officer(incident.officer()));
      case BODY_SILENT -> incident.answerDueOn() == null ? words.of(key, step, days)
          : words.of(key + ".due", step, days, Texts.day(incident.answerDueOn()));
      case APPLICANT_SILENT -> words.of(key, days);
    };
  }

  private static List<KindChoice> kinds(Map<IncidentKind, Long> counts, long all, IncidentKind chosen,
      CaseFilter filter) {
    Map<String, KindChoice> choices = new LinkedHashMap<>();
    choices.put("ALL", new KindChoice("ALL", all, at(filter, null, 0), chosen == null));
    counts.forEach((kind, count) -> choices.put(kind.name(),
        new KindChoice(kind.name(), count, at(filter, kind, 0), kind == chosen)));
    return List.copyOf(choices.values());
  }

  /** Address of a page of incidents of the same offices and procedure; null for every kind. */
  static String at(CaseFilter filter, IncidentKind kind, int page) {
    Map<String, String> parameters = new LinkedHashMap<>();
    filter.parameters().forEach((name, value) -> {
      if (name.equals("office") || name.equals("procedure")) {
        parameters.put(name, value);
      }
    });
    if (kind != null) {
      parameters.put("kind", kind.name());
    }
    if (page > 0) {
      parameters.put("page", String.valueOf(page));
    }
    return Address.of(Address.INCIDENTS, parameters, List.of());
  }

  private static IncidentKind kind(String name) {
    return Arrays.stream(IncidentKind.values()).filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  private static int number(String page) {
    return page.matches("\\d{1,6}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0;
  }
}
