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
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
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
import vn.trian.security.Actors;
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
  private static final String[] FAMILIES = {"Nguyễn", "Trần", "Hoàng", "Lý", "Nông", "Vi", "Lương", "Bế", "Chu", "Hà"};
  private static final String[] MIDDLES = {"Văn", "Thị", "Minh", "Ngọc", "Xuân", "Thu"};
  private static final String[] GIVENS = {"An", "Bình", "Cúc", "Dũng", "Hạnh", "Hòa", "Khánh", "Lan", "Nga", "Phúc",
      "Quý", "Sơn", "Thảo", "Tuyết", "Vinh", "Yến"};
  private static final int LONGEST_AGO = 45;

  private final Procedures procedures;
  private final Desk desk;
  private final WorkList work;
  private final DemoTurn turn;
  private final Officers officers;
  private final Actors actors;
  private final DemoClock clock;
  private final int wanted;
  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
  // the same cases each time a demo is set up
  private final Random random = new Random(20241127);

  DemoCases(Procedures procedures, Desk desk, WorkList work, DemoTurn turn, Officers officers, Actors actors,
      DemoClock clock, @Value("${trian.demo.cases}") int wanted) {
    this.procedures = procedures;
    this.desk = desk;
    this.work = work;
    this.turn = turn;
    this.officers = officers;
    this.actors = actors;
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
    int played = 0;
    for (int i = 0; i < wanted; i++) {
      try {
        played += play(scripts.get(i % scripts.size())) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.debug("an invented case stopped on its way", e);
      } finally {
        clock.backToNow();
        SecurityContextHolder.clearContext();
      }
    }
    LOG.info("{} invented cases are on file", played);
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

  private boolean play(Script script) {
    LocalDate today = LocalDate.now(clock);
    LocalDate start = today.minusDays(1L + random.nextInt(LONGEST_AGO));
    // whole weeks keep the weekdays of the scenario
    long shift = ChronoUnit.WEEKS.between(script.filed().toLocalDate(), start) * 7;
    LocalDateTime filed = script.filed().plusDays(shift);
    if (filed.getDayOfWeek() == DayOfWeek.SATURDAY || filed.getDayOfWeek() == DayOfWeek.SUNDAY) {
      filed = filed.plusDays(2);
    }
    Disguise disguise = disguise(script);
    Map<String, Object> application = disguise.of(script.application());
    Optional<Officer> receiver = officers.holding(script.office(), Role.ONE_STOP_OFFICER).stream()
        .findFirst().or(() -> officers.holding(script.office(), Role.DIVISION_ONE_STOP_OFFICER).stream().findFirst());
    if (receiver.isEmpty()) {
      return false;
    }
    clock.play(filed.atZone(clock.getZone()).toInstant());
    Actor actor = as(receiver.get().login());
    Act act = new Act(script.desk(), text(script.deskWords(), "reasonCode"), text(script.deskWords(), "reason"),
        items(script.deskWords()), null, shiftDates(application, shift), papers(script.release().procedure()), true);
    String code = desk.receive(script.release().procedure().key(), act, UUID.randomUUID().toString(), actor)
        .caseCode();
    LocalDateTime last = filed;
    // some files lie too long somewhere, as in life
    int stuckAfter = random.nextInt(5) == 0 ? random.nextInt(4) : Integer.MAX_VALUE;
    for (Map<String, Object> step : script.walk()) {
      if (stuckAfter-- <= 0) {
        return true;
      }
      LocalDateTime on = step.get("on") == null ? last.plusMinutes(37) : moment(step.get("on")).plusDays(shift);
      last = on.isBefore(last) ? last.plusMinutes(11) : on;
      if (last.toLocalDate().isAfter(today.minusDays(1))) {
        return true;
      }
      if (!(step.get("task") instanceof String task)) {
        return true;
      }
      clock.play(last.atZone(clock.getZone()).toInstant());
      step(code, task.substring(task.indexOf('/') + 1), disguise.of(step), shift);
    }
    return true;
  }

  private void step(String code, String taskName, Map<String, Object> step, long shift) {
    WorkItem item = work.ofCase(code).stream()
        .filter(each -> each.step().equals(taskName) || each.phase().equals(taskName)).findFirst()
        .orElseThrow(() -> new IllegalStateException("no task " + taskName + " of " + code + " but "
            + work.ofCase(code).stream().map(each -> each.step() + "/" + each.phase()).toList()));
    RuntimeException refused = null;
    for (Officer officer : officers.at(item.officeId())) {
      Actor actor = as(officer.login());
      if (!work.visible(List.of(item.taskId()), actor).isEmpty()) {
        try {
          desk.act(item.taskId(), new Act(text(step, "outcome"), text(step, "reasonCode"), text(step, "reason"),
              items(step), body(step), shiftDates(map(step.get("data")), shift), null, true),
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

  private Actor as(String login) {
    SecurityContextHolder.getContext().setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(login, null, List.of()));
    return actors.named(login);
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
  private Disguise disguise(Script script) {
    Procedure procedure = script.release().procedure();
    Map<String, String> other = new LinkedHashMap<>();
    put(other, Paths.text(script.application(), procedure.owner().fullName()), name());
    put(other, Paths.text(script.application(), procedure.owner().idNumber()), digits("0209", 8));
    if (procedure.subject() != null) {
      put(other, Paths.text(script.application(), procedure.subject().fullName()), name());
      put(other, Paths.text(script.application(), procedure.subject().certificateNumber()), digits("D", 6));
      put(other, Paths.text(script.application(), procedure.subject().idNumber()), digits("0209", 8));
    }
    return new Disguise(other);
  }

  private static void put(Map<String, String> other, String from, String to) {
    if (from != null && !from.isBlank()) {
      other.put(from, to);
    }
  }

  private String name() {
    return String.join(" ", pick(FAMILIES), pick(MIDDLES), pick(GIVENS)) + " (mẫu)";
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String digits(String prefix, int count) {
    StringBuilder text = new StringBuilder(prefix);
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  private record Disguise(Map<String, String> other) {

    @SuppressWarnings("unchecked")
    Map<String, Object> of(Map<String, Object> data) {
      return (Map<String, Object>) any(data);
    }

    private Object any(Object value) {
      if (value instanceof Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> copy.put(String.valueOf(key), any(inner)));
        return copy;
      }
      if (value instanceof List<?> list) {
        return list.stream().map(this::any).toList();
      }
      return value instanceof String text ? other.getOrDefault(text, text) : value;
    }
  }

  /** Dates of the scenario's own year move with the case; those of people's lives stay. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> shiftDates(Map<String, Object> data, long days) {
    return (Map<String, Object>) shifted(data, days);
  }

  private static Object shifted(Object value, long days) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, inner) -> copy.put(String.valueOf(key), shifted(inner, days)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> shifted(each, days)).toList();
    }
    return value instanceof String text && text.matches("202[2-9]-\\d\\d-\\d\\d")
        ? LocalDate.parse(text).plusDays(days).toString() : value;
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
