package vn.trian.workflow.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.trian.procedure.CaseContext;
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
  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
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
    List<List<Script>> each = procedures.active().stream().map(this::scripts).filter(list -> !list.isEmpty()).toList();
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

  /** One worked scenario, ready to be played. */
  private record Script(Release release, Map<String, Object> application, LocalDateTime filed, String office,
      String desk, List<Map<String, Object>> walk, Map<String, Object> deskWords) {}

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
    DemoTexts disguise = disguise(script);
    Map<String, Object> application = disguise.in(script.application());
    Optional<Officer> receiver = officers.holding(script.office(), Role.ONE_STOP_OFFICER).stream()
        .findFirst().or(() -> officers.holding(script.office(), Role.DIVISION_ONE_STOP_OFFICER).stream().findFirst());
    if (receiver.isEmpty()) {
      return;
    }
    clock.play(filed.atZone(clock.getZone()).toInstant());
    Actor actor = actors.as(receiver.get().login());
    DemoDates dates = DemoDates.of(script.application(), shift, script.filed().toLocalDate());
    Act act = new Act(script.desk(), text(script.deskWords(), "reasonCode"), text(script.deskWords(), "reason"),
        items(script.deskWords()), null, dates.moved(application), papers(script.release().procedure()), true);
    String code = desk.receive(script.release().procedure().key(), act, UUID.randomUUID().toString(), actor)
        .caseCode();
    codes.add(code);
    LocalDateTime last = filed;
    // some files lie too long somewhere, as in life
    int stuckAfter = random.nextInt(5) == 0 ? random.nextInt(4) : Integer.MAX_VALUE;
    for (Map<String, Object> step : script.walk()) {
      if (stuckAfter-- <= 0) {
        return;
      }
      LocalDateTime on = step.get("on") == null ? last.plusMinutes(37) : moment(step.get("on")).plusDays(shift);
      last = on.isBefore(last) ? last.plusMinutes(11) : on;
      if (last.toLocalDate().isAfter(today.minusDays(1))) {
        return;
      }
      if (!(step.get("task") instanceof String task)) {
        return;
      }
      clock.play(last.atZone(clock.getZone()).toInstant());
      step(code, task.substring(task.indexOf('/') + 1), disguise.in(step), dates);
    }
  }

  private void step(String code, String taskName, Map<String, Object> step, DemoDates dates) {
    WorkItem item = work.ofCase(code).stream()
        .filter(each -> each.step().equals(taskName) || each.phase().equals(taskName)).findFirst()
        .orElseThrow(() -> new IllegalStateException("no task " + taskName + " of " + code + " but "
            + work.ofCase(code).stream().map(each -> each.step() + "/" + each.phase()).toList()));
    RuntimeException refused = null;
    for (Officer officer : officers.at(item.officeId())) {
      Actor actor = actors.as(officer.login());
      if (!work.visible(List.of(item.taskId()), actor).isEmpty()) {
        try {
          desk.act(item.taskId(), new Act(text(step, "outcome"), text(step, "reasonCode"), text(step, "reason"),
              items(step), body(step), dates.moved(map(step.get("data"))), null, true),
              UUID.randomUUID().toString(), actor);
          return;
        } catch (DomainException e) {
          // four eyes: somebody else of the office may
          refused = e;
        }
      }
    }
    throw refused == null ? new IllegalStateException("nobody for " + taskName) : refused;
  }

  private List<Script> scripts(Release release) {
    Optional<String> source = release.files().text("scenarios.yaml");
    List<Script> scripts = new ArrayList<>();
    Map<String, Object> base = Map.of();
    for (Object entry : source.map(this::read).orElse(List.of())) {
      Map<String, Object> scenario = map(entry);
      if (scenario.containsKey("base")) {
        base = map(map(scenario.get("base")).get("application"));
        continue;
      }
      Map<String, Object> filedAt = map(scenario.get("filedAt"));
      boolean playable = filedAt.get("on") != null && scenario.get("after") == null
          && !map(scenario.get("expect")).containsKey("refusedAtDesk") && scenario.get("desk") != null;
      if (playable) {
        List<Map<String, Object>> walk = new ArrayList<>();
        ((List<?>) Objects.requireNonNullElse(scenario.get("walk"), List.of())).forEach(each -> walk.add(map(each)));
        scripts.add(new Script(release, CaseContext.layered(base, map(scenario.get("application"))),
            moment(filedAt.get("on")), String.valueOf(filedAt.get("office")), String.valueOf(scenario.get("desk")),
            walk, scenario));
      }
    }
    return scripts;
  }

  private List<?> read(String text) {
    try {
      return yaml.readValue(text, List.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Other names and numbers wherever those of the scenario stand. */
  private DemoTexts disguise(Script script) {
    Procedure procedure = script.release().procedure();
    Map<String, String> other = new LinkedHashMap<>();
    put(other, Paths.text(script.application(), procedure.owner().fullName()),
        people.name(gender(script, procedure.owner().fullName())));
    put(other, Paths.text(script.application(), procedure.owner().idNumber()), people.number("0209", 8));
    if (procedure.subject() != null) {
      put(other, Paths.text(script.application(), procedure.subject().fullName()),
          people.name(gender(script, procedure.subject().fullName())));
      put(other, Paths.text(script.application(), procedure.subject().certificateNumber()), people.number("D", 6));
      put(other, Paths.text(script.application(), procedure.subject().idNumber()), people.number("0209", 8));
    }
    return new DemoTexts(text -> other.getOrDefault(text, text));
  }

  /** What stands beside a name about the same person. */
  private static String gender(Script script, String name) {
    return name == null ? null : Paths.text(script.application(), name.replaceFirst("[^.]*$", "gender"));
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

  private static List<Act.Item> items(Map<String, Object> step) {
    List<Act.Item> items = new ArrayList<>();
    if (step.get("items") instanceof List<?> given) {
      given.forEach(each -> items.add(each instanceof Map<?, ?> item
          ? new Act.Item(Objects.toString(item.get("kind"), null), Objects.toString(item.get("text"), ""))
          : new Act.Item(null, String.valueOf(each))));
    }
    return items;
  }

  private static Act.Body body(Map<String, Object> step) {
    Object body = step.get("body");
    if (body instanceof Map<?, ?> given) {
      return new Act.Body(Objects.toString(given.get("kind"), null), Objects.toString(given.get("name"), null));
    }
    return body == null ? null : new Act.Body(null, body.toString());
  }

  private static LocalDateTime moment(Object value) {
    String text = String.valueOf(value);
    return text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atTime(9, 30);
  }

  private static String text(Map<String, Object> map, String key) {
    return Objects.toString(map.get(key), null);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
