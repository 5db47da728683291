package vn.trian.modeladmin.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.trian.modeladmin.ModelCatalog;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.workflow.ProcessModels;
import vn.trian.workflow.migration.Consistency;
import vn.trian.workflow.migration.Mapping;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.MovingCase;
import vn.trian.workflow.migration.MovingCase.Verdict;
import vn.trian.workflow.migration.Outlines.Node;
import vn.trian.workflow.migration.Outlines.Outline;
import vn.trian.workflow.migration.Outlines.ProcessOutline;
import vn.trian.workflow.migration.Reason;
import vn.trian.workflow.migration.Selection;
import vn.trian.workflow.migration.Tally;
import vn.trian.workflow.release.ReleaseDesk;

/** Where administrators move running cases to another release. */
@Controller
class MigrationPage {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final String ALL = "/models/{key}/migrations";
  private static final String ONE = "/models/migrations/";
  private static final String PAIR = "pair.";
  private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;]+");
  private static final int SIZE = 50;

  private final Migrations migrations;
  private final Consistency consistency;
  private final ModelCatalog catalog;
  private final Procedures procedures;
  private final ProcessModels models;
  private final Offices offices;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  MigrationPage(Migrations migrations, Consistency consistency, ModelCatalog catalog, Procedures procedures,
      ProcessModels models, Offices offices, Actors actors, MessageSource messages, Clock clock) {
    this.migrations = migrations;
    this.consistency = consistency;
    this.catalog = catalog;
    this.procedures = procedures;
    this.models = models;
    this.offices = offices;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /** A plan in the list. */
  record Line(String url, int from, int to, String state, String color, String planned, String started, Tally tally) {}

  /** Something to choose. */
  record Choice(String value, String label) {}

  /** An activity of the old release and where it continues. */
  record PairRow(String id, String name, String kind, long cases, String target, List<Choice> targets,
      List<String> faults, boolean changed) {}

  /** A case in the list. */
  record CaseRow(String code, String office, String place, String state, String color, List<String> reasons) {}

  /** A way to narrow the list of cases. */
  record Filter(String label, long count, String url, boolean current) {}

  /** The plans of a procedure, and where a new one begins. */
  @GetMapping(ALL)
  String list(@PathVariable String key, @RequestParam(defaultValue = "") String from, Model model, Locale locale) {
    Actor actor = actors.current();
    Sentence words = new Sentence(messages, locale);
    List<ModelCatalog.Version> versions = catalog.versions(key, actor);
    if (versions.isEmpty()) {
      throw new DomainException(DomainException.Kind.NOT_FOUND, "release-unknown");
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    versions.forEach(each -> numbers.put(each.info().id(), each.info().version()));
    model.addAttribute("key", key);
    model.addAttribute("name", versions.get(0).info().name().in(locale.getLanguage()));
    model.addAttribute("from", from);
    List<ModelCatalog.Version> worked = versions.stream().filter(each -> each.info().deployed()).toList();
    model.addAttribute("sources", worked.stream().filter(each -> each.openCases() > 0)
        .map(each -> new Choice(each.info().id(), words.of("migration.source", each.info().version(),
            each.openCases(), stateOf(each.info(), words)))).toList());
    model.addAttribute("targets", worked.stream()
        .sorted(Comparator.comparing(each -> each.info().state() != ReleaseState.ACTIVE))
        .map(each -> new Choice(each.info().id(), words.of("migration.target", each.info().version(),
            stateOf(each.info(), words)))).toList());
    Map<String, Tally> tallies = migrations.tallies(key, actor);
    model.addAttribute("lines", migrations.ofProcedure(key, actor).stream()
        .map(each -> line(each, numbers, tallies.getOrDefault(each.id(), Tally.NONE), words)).toList());
    return "models/migrations";
  }

  private static String stateOf(ReleaseInfo info, Sentence words) {
    return words.of("models.state." + info.state(), "");
  }

  private Line line(Migration plan, Map<String, Integer> numbers, Tally tally, Sentence words) {
    return new Line(ONE + plan.id(), numbers.getOrDefault(plan.fromRelease(), 0),
        numbers.getOrDefault(plan.toRelease(), 0), words.of("migration.state." + plan.state()), color(plan.state()),
        words.of("models.by", plan.createdName(), moment(plan.createdAt())),
        plan.startedAt() == null ? "" : words.of("models.by", plan.startedName(), moment(plan.startedAt())),
        tally);
  }

  /** Begins a plan. */
  @PostMapping(ALL)
  String plan(@PathVariable String key, @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to, RedirectAttributes next, Locale locale) {
    if (catalog.versions(key, actors.current()).isEmpty()) {
      throw new DomainException(DomainException.Kind.NOT_FOUND, "release-unknown");
    }
    return done(null, actor -> migrations.plan(from, to, actor), "/models/" + key + "/migrations", next, locale);
  }

  /** One plan: how far it is, which cases, which activities continue where. */
  @GetMapping(ONE + "{id}")
  String migration(@PathVariable String id, @RequestParam(defaultValue = "") String process,
      @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "0") int page, Model model,
      Locale locale) {
    Actor actor = actors.current();
    Sentence words = new Sentence(messages, locale);
    Migration plan = migrations.find(id, actor);
    ReleaseInfo from = catalog.info(plan.fromRelease(), actor);
    ReleaseInfo to = catalog.info(plan.toRelease(), actor);
    model.addAttribute("id", id);
    model.addAttribute("name", to.name().in(locale.getLanguage()));
    model.addAttribute("procedureKey", plan.procedureKey());
    model.addAttribute("from", from.version());
    model.addAttribute("to", to.version());
    model.addAttribute("state", plan.state());
    // while cases are tried the forms stay: when that is over the page is the same but for the progress
    model.addAttribute("editable", plan.state().isOpen() || plan.state() == Migration.State.CHECKING);
    model.addAttribute("stateName", words.of("migration.state." + plan.state()));
    model.addAttribute("stateColor", color(plan.state()));
    model.addAttribute("planned", words.of("models.by", plan.createdName(), moment(plan.createdAt())));
    model.addAttribute("started", plan.startedAt() == null ? null
        : words.of("models.by", plan.startedName(), moment(plan.startedAt())));
    model.addAttribute("ended", plan.endedAt() == null ? null : moment(plan.endedAt()));
    Tally tally = migrations.tally(id, actor);
    model.addAttribute("tally", tally);
    consistency.after(id, actor).filter(run -> run.endedAt() != null).ifPresent(run -> {
      model.addAttribute("compared", words.of(run.findings() == 0 ? "consistency.none" : "consistency.some",
          run.cases(), run.findings()));
      model.addAttribute("comparedUrl", ConsistencyPage.PATH + "/" + run.id());
      model.addAttribute("comparedColor", run.findings() == 0 ? "ta-green" : "ta-red");
    });
    cases(plan, show, page, process, tally, model, actor, words);
    selection(plan, model, actor, words);
    pairs(plan, process, model, words);
    return "models/migration";
  }

  private void cases(Migration plan, String show, int page, String process, Tally tally, Model model, Actor actor,
      Sentence words) {
    Verdict verdict = Stream.of(Verdict.values()).filter(each -> each.name().equals(show)).findFirst().orElse(null);
    MovingCase.State state = Stream.of(MovingCase.State.values()).filter(each -> each.name().equals(show)).findFirst()
        .orElse(null);
    long total = migrations.count(plan.id(), state, verdict, actor);
    int at = Math.max(0, (int) Math.min(page, (total - 1) / SIZE));
    Release from = procedures.release(plan.fromRelease());
    LocalDate today = LocalDate.now(clock);
    List<CaseRow> rows = migrations.cases(plan.id(), state, verdict, at, SIZE, actor).stream()
        .map(each -> row(each, from, today, words)).toList();
    Function<String, String> url = shown -> UriComponentsBuilder.fromPath(ONE + plan.id())
        .queryParam("show", shown).queryParam("process", process).build().encode().toUriString();
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter(words.of("migration.show.all"), tally.cases() + tally.leftOut(), url.apply(""),
        show.isEmpty()));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("POSSIBLE", tally.possible());
    counts.put("IMPOSSIBLE", tally.impossible());
    counts.put("WAITING", plan.startedAt() == null ? 0 : tally.waiting());
    counts.put("MOVED", tally.moved());
    counts.put("STAYED", tally.stayed());
    counts.put("LEFT_OUT", tally.leftOut());
    counts.forEach((name, count) -> {
      if (count > 0 || name.equals(show)) {
        filters.add(new Filter(words.of("migration.show." + name), count, url.apply(name), name.equals(show)));
      }
    });
    model.addAttribute("rows", rows);
    model.addAttribute("filters", filters);
    model.addAttribute("total", total);
    model.addAttribute("first", at * SIZE + 1);
    model.addAttribute("last", at * SIZE + rows.size());
    model.addAttribute("previous", at == 0 ? null : url.apply(show) + "&page=" + (at - 1));
    model.addAttribute("next", (at + 1L) * SIZE >= total ? null : url.apply(show) + "&page=" + (at + 1));
  }

  private CaseRow row(MovingCase each, Release from, LocalDate today, Sentence words) {
    String said = each.state() == MovingCase.State.WAITING && each.verdict() != null ? each.verdict().name()
        : each.state().name();
    String color = switch (said) {
      case "MOVED", "POSSIBLE" -> "ta-green";
      case "STAYED", "IMPOSSIBLE" -> "ta-red";
      case "LEFT_OUT" -> "ta-amber";
      default -> "";
    };
    return new CaseRow(each.code(), each.officeId() == null ? "" : offices.nameOf(each.officeId(), today),
        each.place() == null ? "" : placeName(from, each.place()), words.of("migration.case." + said), color,
        words.of(each.reasons().stream().map(Reason::asProblem).toList()));
  }

  private String placeName(Release release, String place) {
    try {
      return String.join(" › ", models.names(release, place));
    } catch (DomainException unknown) {
      return place;
    }
  }

  private void selection(Migration plan, Model model, Actor actor, Sentence words) {
    LocalDate today = LocalDate.now(clock);
    Selection selection = plan.selection();
    Release from = procedures.release(plan.fromRelease());
    model.addAttribute("selection", selection);
    model.addAttribute("codes", String.join("\n", selection.codes()));
    model.addAttribute("offices", offices.all(today).stream()
        .sorted(Comparator.comparing(Office::level).reversed().thenComparing(Office::name))
        .map(each -> new Choice(each.id(), each.name())).toList());
    Map<String, Long> places = new TreeMap<>();
    migrations.places(plan.fromRelease(), actor).forEach((place, cases) -> {
      for (int slash = place.indexOf('/'); slash > 0; slash = place.indexOf('/', slash + 1)) {
        places.merge(place.substring(0, slash), cases, Long::sum);
      }
      if (!place.isEmpty()) {
        places.merge(place, cases, Long::sum);
      }
    });
    model.addAttribute("places", places.entrySet().stream().map(each -> new Choice(each.getKey(),
        words.of("migration.place", placeName(from, each.getKey()), each.getValue()))).toList());
    model.addAttribute("chosenOffice", selection.office() == null ? words.of("migration.office.any")
        : offices.nameOf(selection.office(), today));
    model.addAttribute("chosenPlace", selection.place() == null ? words.of("migration.place.any")
        : placeName(from, selection.place()));
  }

  private void pairs(Migration plan, String process, Model model, Sentence words) {
    Outline before = migrations.before(plan);
    Outline after = migrations.after(plan);
    Map<String, Map<String, List<Reason>>> faults = migrations.faults(plan);
    Map<String, Map<String, Long>> standing = migrations.standing(plan);
    ProcessOutline source = before.process(process).orElseGet(() -> before.processes().values().iterator().next());
    Optional<ProcessOutline> target = after.process(source.key());
    model.addAttribute("process", source.key());
    model.addAttribute("processes", before.processes().values().stream().map(each -> new Choice(each.key(),
        each.name() + marks(plan, each, standing, faults, words))).toList());
    model.addAttribute("processGone", target.isEmpty());
    List<PairRow> rows = new ArrayList<>();
    source.nodes().values().forEach(node -> rows.add(pair(plan, source.key(), node, target.orElse(null),
        standing.getOrDefault(source.key(), Map.of()).getOrDefault(node.id(), 0L),
        faults.getOrDefault(source.key(), Map.of()).getOrDefault(node.id(), List.of()), words)));
    model.addAttribute("pairs", rows);
    model.addAttribute("wrong", faults.values().stream().mapToInt(Map::size).sum());
  }

  /** Says in the choice of the process where something has to be done. */
  private static String marks(Migration plan, ProcessOutline process, Map<String, Map<String, Long>> standing,
      Map<String, Map<String, List<Reason>>> faults, Sentence words) {
    long nowhere = process.nodes().keySet().stream()
        .filter(id -> plan.mapping().target(process.key(), id).isEmpty())
        .mapToLong(id -> standing.getOrDefault(process.key(), Map.of()).getOrDefault(id, 0L)).sum();
    int wrong = faults.getOrDefault(process.key(), Map.of()).size();
    return (nowhere == 0 ? "" : " – " + words.of("migration.nowhere", nowhere))
        + (wrong == 0 ? "" : " – " + words.of("migration.wrong", wrong));
  }

  private static PairRow pair(Migration plan, String process, Node node, ProcessOutline target, long cases,
      List<Reason> faults, Sentence words) {
    String continues = plan.mapping().target(process, node.id()).orElse("");
    List<Choice> targets = target == null ? List.of() : target.nodes().values().stream()
        .filter(each -> each.kind().equals(node.kind()))
        .map(each -> new Choice(each.id(), label(each, words))).toList();
    return new PairRow(node.id(), label(node, words), words.of("bpmn." + node.element()), cases, continues, targets,
        words.of(faults.stream().map(Reason::asProblem).toList()), !continues.equals(node.id()));
  }

  private static String label(Node node, Sentence words) {
    return node.name().isEmpty() ? words.of("bpmn." + node.element()) + " " + node.id() : node.name();
  }

  /** The drawing of one process of a plan. */
  @GetMapping(path = ONE + "{id}/diagram.xml", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] diagram(@PathVariable String id, @RequestParam(defaultValue = "") String process,
      @RequestParam(defaultValue = "") String side) {
    return migrations.drawing(migrations.find(id, actors.current()), process, side.equals("old"));
  }

  /** How the activities of the drawing are marked: where cases stand, what continues nowhere, what is new. */
  @GetMapping(ONE + "{id}/marks")
  @ResponseBody
  Map<String, Object> marks(@PathVariable String id, @RequestParam(defaultValue = "") String process,
      @RequestParam(defaultValue = "") String side) {
    Migration plan = migrations.find(id, actors.current());
    if (side.equals("old")) {
      Map<String, Long> counts = migrations.standing(plan).getOrDefault(process, Map.of());
      return Map.of("counts", counts, "removed", migrations.before(plan).process(process).stream()
          .flatMap(each -> each.nodes().keySet().stream())
          .filter(node -> plan.mapping().target(process, node).isEmpty()).toList());
    }
    return Map.of("added", migrations.after(plan).process(process).stream()
        .flatMap(each -> each.nodes().keySet().stream())
        .filter(node -> !plan.mapping().of(process).containsValue(node)).toList());
  }

  /** Changes where the activities of one process continue. */
  @PostMapping(ONE + "{id}/pairs")
  String pairs(@PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes next,
      Locale locale) {
    String process = typed.getOrDefault("process", "");
    Map<String, String> pairs = new LinkedHashMap<>();
    typed.forEach((name, value) -> {
      if (name.startsWith(PAIR) && !value.isEmpty()) {
        pairs.put(name.substring(PAIR.length()), value);
      }
    });
    return done("migration.paired", actor -> {
      Migration plan = migrations.find(id, actor);
      if (migrations.before(plan).process(process).isEmpty()) {
        throw new DomainException(DomainException.Kind.NOT_FOUND, "migration-unknown");
      }
      return migrations.change(id, plan.mapping().with(process, pairs), plan.selection(), actor);
    }, ONE + id, "?process=" + process + "#pairs-title", next, locale);
  }

  /** Goes back to what the engine proposes. */
  @PostMapping(ONE + "{id}/propose")
  String propose(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done("migration.proposed", actor -> {
      Migration plan = migrations.find(id, actor);
      return migrations.change(id, migrations.proposed(plan, actor), plan.selection(), actor);
    }, ONE + id, next, locale);
  }

  /** Chooses the cases. */
  @PostMapping(ONE + "{id}/choose")
  String choose(@PathVariable String id, @RequestParam(defaultValue = "") String office,
      @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String codes,
      RedirectAttributes next, Locale locale) {
    List<String> listed = BETWEEN_CODES.splitAsStream(codes.strip()).filter(each -> !each.isEmpty()).distinct()
        .toList();
    return done("migration.chosen", actor -> {
      Mapping mapping = migrations.find(id, actor).mapping();
      return migrations.change(id, mapping, new Selection(office, place, listed), actor);
    }, ONE + id, next, locale);
  }

  /** Has every case tried. */
  @PostMapping(ONE + "{id}/check")
  String check(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done(null, actor -> migrations.check(id, actor), ONE + id, next, locale);
  }

  /** Has the cases moved. */
  @PostMapping(ONE + "{id}/start")
  String start(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done(null, actor -> migrations.start(id, actor), ONE + id, next, locale);
  }

  /** Lets it rest. */
  @PostMapping(ONE + "{id}/stop")
  String stop(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done("migration.stopped", actor -> migrations.stop(id, actor), ONE + id, next, locale);
  }

  /** Puts a plan aside. */
  @PostMapping(ONE + "{id}/discard")
  String discard(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return done("migration.discarded", actor -> migrations.discard(id, actor), ONE + id, next, locale);
  }

  private String done(String what, Function<Actor, Migration> action, String back, RedirectAttributes next,
      Locale locale) {
    return done(what, action, back, "", next, locale);
  }

  /** What somebody may not do or know of is answered as anywhere else; any other refusal is told on the page. */
  private String done(String what, Function<Actor, Migration> action, String back, String where,
      RedirectAttributes next, Locale locale) {
    Actor actor = actors.current();
    ReleaseDesk.require(actor);
    Sentence words = new Sentence(messages, locale);
    try {
      Migration plan = action.apply(actor);
      if (what != null) {
        next.addFlashAttribute("done", words.of(what));
      }
      return "redirect:" + ONE + plan.id() + where;
    } catch (DomainException refusal) {
      if (refusal.kind() == DomainException.Kind.NOT_FOUND) {
        throw refusal;
      }
      next.addFlashAttribute("refusal", words.of(refusal));
      return "redirect:" + back;
    }
  }

  private static String color(Migration.State state) {
    return switch (state) {
      case CHECKING, MOVING, STOPPED -> "ta-amber";
      case CHECKED, DONE -> "ta-green";
      case PLANNED, DISCARDED -> "";
    };
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(clock.getZone()));
  }
}
