package vn.trian.workflow.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.trian.casefile.PaperTick;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.procedure.Paths;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;
import vn.trian.workflow.rehearsal.Scenario;

/**
 * Plays the worked scenarios of the procedures as cases of the past weeks, with other names and numbers, as far
 * as the calendar has come: so every list has something to show. Runs once, beside the first users.
 */
@Component
@Profile("demo")
@ConditionalOnExpression("${trian.demo.cases:0} > 0")
class DemoCases {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
  private static final int LONGEST_AGO = 45;

  private final Procedures procedures;
  private final Desk desk;
  private final WorkList work;
  private final DemoTurn turn;
  private final Officers officers;
  private final DemoActors actors;
  private final DemoSupervision supervision;
  private final DemoClock clock;
  private final int wanted;
  // the same cases each time a demo is set up
  private final Random random = new Random(20241127);
  private final DemoPeople people = new DemoPeople(random);

  DemoCases(Procedures procedures, Desk desk, WorkList work, DemoTurn turn, Officers officers,
      DemoActors actors, DemoSupervision supervision, DemoClock clock, @Value("${trian.demo.cases}") int wanted) {
    this.procedures = procedures;
    this.desk = desk;
    this.work = work;
    this.turn = turn;
    this.officers = officers;
    this.actors = actors;
    this.supervision = supervision;
    this.clock = clock;
    this.wanted = wanted;
  }

  @EventListener(ApplicationReadyEvent.class)
  void fill() {
    if (turn.isOurs()) {
      Thread thread = new Thread(this::play, "demo-cases");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  private void play() {
    List<List<Script>> each = procedures.active().stream().map(DemoCases::scripts)
        .filter(list -> !list.isEmpty()).toList();
    List<Script> scripts = inTurns(each);
    if (scripts.isEmpty()) {
      return;
    }
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      try {
        play(scripts.get(i % scripts.size()), codes);
      } catch (RuntimeException e) {
        LOG.debug("an invented case stopped on its way", e);
      } finally {
        clock.backToNow();
        actors.nobody();
      }
    }
    try {
      supervision.play(codes);
    } finally {
      actors.nobody();
    }
    LOG.info("{} invented cases are on file", codes.size());
  }

  /** First of each procedure, second of each, and so on: so that none fills the demo alone. */
  private static List<Script> inTurns(List<List<Script>> each) {
    List<Script> turns = new ArrayList<>();
    int longest = each.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<Script> list : each) {
        if (i < list.size()) {
          turns.add(list.get(i));
        }
      }
    }
    return turns;
  }

  /** A worked scenario of a procedure that a demo can show: with a day, and with a case that comes of it. */
  private record Script(Procedure procedure, Scenario scenario) {

    LocalDateTime filed() {
      return moment(scenario.filedAt().on());
    }

    boolean isPlayable() {
      return scenario.filedAt() != null && scenario.filedAt().on() != null && scenario.after() == null
          && scenario.desk() != null && scenario.expect().refusedAtDesk() == null;
    }
  }

  /** Plays a scenario as far as the calendar has come; its code is added as soon as it has one. */
  private void play(Script script, List<String> codes) {
    LocalDate today = LocalDate.now(clock);
    LocalDate start = today.minusDays(1L + random.nextInt(LONGEST_AGO));
    // whole weeks keep the weekdays of the scenario
    long shift = ChronoUnit.WEEKS.between(script.filed().toLocalDate(), start) * 7;
    LocalDateTime filed = script.filed().plusDays(shift);
    if (filed.getDayOfWeek() == DayOfWeek.SATURDAY || filed.getDayOfWeek() == DayOfWeek.SUNDAY) {
      filed = filed.plusDays(2);
    }
    Scenario scenario = script.scenario();
    String office = scenario.filedAt().office();
    DemoTexts disguise = disguise(script);
    Map<String, Object> application = disguise.in(scenario.application());
    Optional<Officer> receiver = officers.holding(office, Role.ONE_STOP_OFFICER).stream()
        .findFirst().or(() -> officers.holding(office, Role.DIVISION_ONE_STOP_OFFICER).stream().findFirst());
    if (receiver.isEmpty()) {
      return;
    }
    clock.play(filed.atZone(clock.getZone()).toInstant());
    Actor actor = actors.as(receiver.get().login());
    DemoDates dates = DemoDates.of(scenario.application(), shift, script.filed().toLocalDate());
    Act act = new Act(scenario.desk(), scenario.reasonCode(), scenario.reason(), scenario.asked(), null,
        dates.moved(application), papers(script.procedure()), true);
    String code = desk.receive(script.procedure().key(), act, UUID.randomUUID().toString(), actor).caseCode();
    codes.add(code);
    LocalDateTime last = filed;
    // some files lie too long somewhere, as in life
    int stuckAfter = random.nextInt(5) == 0 ? random.nextInt(4) : Integer.MAX_VALUE;
    for (Scenario.Move move : scenario.walk()) {
      if (stuckAfter-- <= 0) {
        return;
      }
      LocalDateTime on = move.on() == null ? last.plusMinutes(37) : moment(move.on()).plusDays(shift);
      last = on.isBefore(last) ? last.plusMinutes(11) : on;
      if (last.toLocalDate().isAfter(today.minusDays(1)) || move.task() == null) {
        return;
      }
      clock.play(last.atZone(clock.getZone()).toInstant());
      step(code, move, dates.moved(disguise.in(move.data())));
    }
  }

  private void step(String code, Scenario.Move move, Map<String, Object> data) {
    String taskName = move.task().substring(move.task().indexOf('/') + 1);
    WorkItem item = work.ofCase(code).stream()
        .filter(each -> each.step().equals(taskName) || each.phase().equals(taskName)).findFirst()
        .orElseThrow(() -> new IllegalStateException("no task " + taskName + " of " + code + " but "
            + work.ofCase(code).stream().map(each -> each.step() + "/" + each.phase()).toList()));
    RuntimeException refused = null;
    for (Officer officer : officers.at(item.officeId())) {
      Actor actor = actors.as(officer.login());
      if (!work.visible(List.of(item.taskId()), actor).isEmpty()) {
        try {
          desk.act(item.taskId(), new Act(move.outcome(), move.reasonCode(), move.reason(), move.asked(),
              move.otherBody(), data, null, true), UUID.randomUUID().toString(), actor);
          return;
        } catch (DomainException e) {
          // four eyes: somebody else of the office may
          refused = e;
        }
      }
    }
    throw refused == null ? new IllegalStateException("nobody for " + taskName) : refused;
  }

  private static List<Script> scripts(Release release) {
    return release.files().bytes("scenarios.yaml").map(Scenario::read).orElse(List.of()).stream()
        .map(each -> new Script(release.procedure(), each)).filter(Script::isPlayable).toList();
  }

  /** Other names and numbers wherever those of the scenario stand. */
  private DemoTexts disguise(Script script) {
    Procedure procedure = script.procedure();
    Map<String, Object> application = script.scenario().application();
    Map<String, String> other = new LinkedHashMap<>();
    put(other, Paths.text(application, procedure.owner().fullName()),
        people.name(gender(application, procedure.owner().fullName())));
    put(other, Paths.text(application, procedure.owner().idNumber()), people.number("0209", 8));
    if (procedure.subject() != null) {
      put(other, Paths.text(application, procedure.subject().fullName()),
          people.name(gender(application, procedure.subject().fullName())));
      put(other, Paths.text(application, procedure.subject().certificateNumber()), people.number("D", 6));
      put(other, Paths.text(application, procedure.subject().idNumber()), people.number("0209", 8));
    }
    return new DemoTexts(text -> other.getOrDefault(text, text));
  }

  /** What stands beside a name about the same person. */
  private static String gender(Map<String, Object> application, String name) {
    return name == null ? null : Paths.text(application, name.replaceFirst("[^.]*$", "gender"));
  }

  private static void put(Map<String, String> other, String from, String to) {
    if (from != null && !from.isBlank()) {
      other.put(from, to);
    }
  }

  private static List<PaperTick> papers(Procedure procedure) {
    return procedure.papers().stream()
        .map(paper -> new PaperTick(paper.id(), true, paper.copyKind().name(), paper.quantity(), null, List.of()))
        .toList();
  }

  private static LocalDateTime moment(String on) {
    return on.contains("T") ? LocalDateTime.parse(on) : LocalDate.parse(on).atTime(9, 30);
  }
}
