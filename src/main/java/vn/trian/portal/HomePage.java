package vn.trian.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.TimeLeft;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.organization.Substitutions;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.ReleaseStore;
import vn.trian.report.Due;
import vn.trian.report.ReportStandings;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.StandIn;
import vn.trian.shared.Texts;
import vn.trian.supervision.Supervisors;
import vn.trian.supervision.WaitingApologies;
import vn.trian.workflow.Capacities;
import vn.trian.workflow.Intake;
import vn.trian.workflow.TasklistFilters;
import vn.trian.workflow.TasklistFilters.Ready;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** What waits for each person in their role, with the ways into Tasklist. */
@Controller
class HomePage {

  private static final int ROWS = 10;
  private static final int LAST_PAGE = 10_000;

  private final Actors actors;
  private final WorkList work;
  private final TasklistFilters filters;
  private final Intake intake;
  private final Substitutions substitutions;
  private final Officers officers;
  private final Capacities capacities;
  private final CaseFiles cases;
  private final Procedures procedures;
  private final ReleaseStore releases;
  private final TimesLeft times;
  private final CaseWords words;
  private final WaitingApologies apologies;
  private final Remarks remarks;
  private final PageShell shell;
  private final ReportStandings reports;
  private final Clock clock;

  HomePage(Actors actors, WorkList work, TasklistFilters filters, Intake intake, Substitutions substitutions,
      Officers officers, Capacities capacities, CaseFiles cases, Procedures procedures, ReleaseStore releases,
      TimesLeft times, CaseWords words, WaitingApologies apologies, Remarks remarks, PageShell shell, ReportStandings reports,
      Clock clock) {
    this.actors = actors;
    this.work = work;
    this.filters = filters;
    this.intake = intake;
    this.substitutions = substitutions;
    this.officers = officers;
    this.capacities = capacities;
    this.cases = cases;
    this.procedures = procedures;
    this.releases = releases;
    this.times = times;
    this.words = words;
    this.apologies = apologies;
    this.remarks = remarks;
    this.shell = shell;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * A number with its way; its words are message {@code home.count.<id>}.
   *
   * @param color of the edge, empty for none
   */
  record Counter(String id, long count, String color, String url) {}

  /** A task in a table; {@code behalf} names the absent colleague for whom it would be done, null for none. */
  record Row(String code, String owner, String subject, String procedure, String step, String behalf, boolean held,
      String dueOn, TimeLeft left, String url) {}

  /**
   * A table of tasks.
   *
   * @param id       {@code mine}, {@code absent}, {@code queue} or {@code waiting}, also the parameter of its page
   * @param first    number of the first row shown, counted from 1
   * @param previous address of the page before; null on the first
   * @param next     address of the next page; null on the last
   */
  record Table(String id, List<Row> rows, long first, long last, long total, String previous, String next) {}

  /** Which page each table shows. */
  private record Pages(int mine, int absent, int queue, int waiting) {

    /** Address of this page with one table at another place; the others stay where they are. */
    String with(String table, int page) {
      return "/?mine=" + (table.equals("mine") ? page : mine) + "&absent=" + (table.equals("absent") ? page : absent)
          + "&queue=" + (table.equals("queue") ? page : queue)
          + "&waiting=" + (table.equals("waiting") ? page : waiting) + "#" + table;
    }
  }

  /** An absence of one's own, today's or one to come. */
  record Away(String firstDay, String lastDay, String substitute) {}

  /** A procedure that this desk takes in, or that is at work. */
  record Offer(String key, String code, String name, String shortName, int release, String url) {}

  @GetMapping("/")
  String home(@RequestParam(defaultValue = "0") int mine, @RequestParam(defaultValue = "0") int absent,
      @RequestParam(defaultValue = "0") int queue, @RequestParam(defaultValue = "0") int waiting, Model model,
      Locale locale) {
    Actor actor = actors.current();
    String language = locale.getLanguage();
    LocalDate today = LocalDate.now(clock);
    model.addAttribute("name", actor.name());
    model.addAttribute("today", Texts.day(today));
    model.addAttribute("weekday", today.getDayOfWeek().getValue());
    model.addAttribute("standIns", actor.standIns());
    model.addAttribute("absences", substitutions.absencesOf(actor.login()).stream().map(each ->
        new Away(Texts.day(each.firstDay()), Texts.day(each.lastDay()), officers.nameOf(each.substitute()))).toList());
    model.addAttribute("mayBeAway", !actor.holds(Role.ADMIN));
    model.addAttribute("notes", remarks.unread(actor));
    if (PageShell.worksOnTasks(actor)) {
      ownWork(actor, new Pages(bounded(mine), bounded(absent), bounded(queue), bounded(waiting)), model, language);
    }
    List<Due> reminders = reports.reminders(actor);
    model.addAttribute("lateReports", reminders.stream().filter(due -> due.standing() == Due.Standing.LATE).count());
    model.addAttribute("dueReports", reminders.size());
    if (actor.holds(Role.SUPERVISOR)) {
      model.addAttribute("supervised", supervised(actor));
      model.addAttribute("cockpit", shell.supervisesAll(actor));
    }
    if (actor.holds(Role.ADMIN)) {
      model.addAttribute("atWork", procedures.active().stream().map(release -> offer(release.procedure(),
          release.version(), language)).toList());
      model.addAttribute("waitingReleases", releases.waitingFor(actor.login()));
    }
    return "portal/home";
  }

  private void ownWork(Actor actor, Pages at, Model model, String language) {
    Page<WorkItem> own = work.mine(actor, at.mine(), ROWS);
    Page<WorkItem> queued = work.queue(actor, at.queue(), ROWS);
    Page<WorkItem> waiting = work.waiting(actor, at.waiting(), ROWS);
    Map<Ready, String> lists = filters.addresses(PageShell.TASKLIST);
    long soon = work.dueSoon(actor);
    long late = work.late(actor);
    List<Counter> counters = new ArrayList<>(List.of(
        new Counter("mine", own.getTotalElements(), "", lists.get(Ready.MINE)),
        new Counter("queue", queued.getTotalElements(), "", lists.get(Ready.QUEUE)),
        new Counter("soon", soon, soon == 0 ? "" : "ta-amber", lists.get(Ready.DUE_SOON)),
        new Counter("late", late, late == 0 ? "" : "ta-red", lists.get(Ready.LATE)),
        new Counter("waiting", waiting.getTotalElements(), "", lists.get(Ready.WAITING))));
    long sorry = Supervisors.supervises(actor) ? apologies.ownCount(actor) : 0;
    if (sorry > 0) {
      counters.add(new Counter("apologies", sorry, "ta-red", "/supervision/apologies"));
    }
    model.addAttribute("counters", counters);
    List<Table> tables = new ArrayList<>();
    tables.add(table("mine", own, at, actor, language));
    if (!actor.standIns().isEmpty()) {
      tables.add(table("absent", work.heldByAbsent(actor, at.absent(), ROWS), at, actor, language));
    }
    tables.add(table("queue", queued, at, actor, language));
    if (waiting.getTotalElements() > 0) {
      tables.add(table("waiting", waiting, at, actor, language));
    }
    model.addAttribute("tables", tables);
    model.addAttribute("offers", intake.offered(actor).stream()
        .map(release -> offer(release.procedure(), release.version(), language)).toList());
  }

  private Table table(String id, Page<WorkItem> page, Pages at, Actor actor, String language) {
    List<String> codes = page.stream().map(WorkItem::caseCode).distinct().toList();
    Map<String, CaseFile> files = cases.all(codes).stream().collect(Collectors.toMap(CaseFile::code, file -> file));
    List<Row> rows = page.stream().map(item -> {
      CaseFile file = files.get(item.caseCode());
      Procedure procedure = procedures.release(file.releaseId()).procedure();
      return new Row(file.code(), file.ownerName(), file.subjectName(), procedure.shortName().in(language),
          words.task(procedure, item, language), capacities.behalf(item, actor).map(StandIn::name).orElse(null),
          file.held(), Texts.day(item.dueOn()), times.of(item, file), taskUrl(item.taskId()));
    }).toList();
    long before = page.getPageable().getOffset();
    return new Table(id, rows, before + 1, before + rows.size(), page.getTotalElements(),
        page.getNumber() > 0 ? at.with(id, page.getNumber() - 1) : null,
        page.hasNext() ? at.with(id, page.getNumber() + 1) : null);
  }

  private List<Counter> supervised(Actor actor) {
    Map<CaseState, Long> counts = cases.openByState(actor);
    long open = counts.values().stream().mapToLong(Long::longValue).sum();
    long late = cases.countLate(actor);
    List<Counter> counters = new ArrayList<>();
    counters.add(new Counter("open", open, "", "/cases?state=OPEN"));
    counters.add(new Counter("lateCases", late, late == 0 ? "" : "ta-red", "/cases?state=LATE"));
    for (CaseState state : List.of(CaseState.SUPPLEMENT_REQUESTED, CaseState.SUSPENDED, CaseState.ISSUED)) {
      counters.add(new Counter(state.name(), counts.getOrDefault(state, 0L), "", "/cases?state=" + state));
    }
    return counters;
  }

  private static Offer offer(Procedure procedure, int release, String language) {
    return new Offer(procedure.key(), procedure.code(), procedure.name().in(language),
        procedure.shortName().in(language), release, PageShell.TASKLIST + "#/?processStart=" + procedure.key());
  }

  static String taskUrl(String taskId) {
    return PageShell.TASKLIST + "#/?task=" + taskId;
  }

  static int bounded(int page) {
    return Math.max(0, Math.min(LAST_PAGE, page));
  }
}
