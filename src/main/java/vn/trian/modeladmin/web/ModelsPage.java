package vn.trian.modeladmin.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.trian.modeladmin.Change;
import vn.trian.modeladmin.Change.Area;
import vn.trian.modeladmin.Change.Kind;
import vn.trian.modeladmin.ModelCatalog;
import vn.trian.modeladmin.ModelCatalog.Detail;
import vn.trian.modeladmin.ModelCatalog.Overview;
import vn.trian.procedure.ReleaseEvent;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;
import vn.trian.workflow.release.ReleaseDesk;

/** What administrators see of the procedures: the list, the history of one, a release with what it changes. */
@Controller
class ModelsPage {

  static final String PATH = "/models";
  private static final int PAGE = 10;
  private static final int LAST_PAGE = 10_000;
  /** Changes told of each release in a list. */
  private static final int TOLD = 3;
  static final String RELEASE = PATH + "/releases/";

  private final ModelCatalog catalog;
  private final ReleaseDesk desk;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  ModelsPage(ModelCatalog catalog, ReleaseDesk desk, Actors actors, MessageSource messages, Clock clock) {
    this.catalog = catalog;
    this.desk = desk;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /** A release in a list. */
  record Row(String id, int version, String state, String color, String source, String brought, String approved,
      String atWork, String note, long openCases, String url) {}

  /**
   * A release in the history of its procedure.
   *
   * @param changes the first things that it changes
   * @param more    number of those left out
   */
  record Entry(Row row, List<String> changes, int more) {}

  /** A procedure in the list. */
  record Line(String key, String name, Row atWork, List<Row> waiting, long openCases, long older) {}

  /** A procedure that is packaged in a newer version. */
  record Packaged(String key, String name) {}

  /** A change and how it is marked. */
  record ChangeLine(String kind, String text) {}

  /** A line of the log. */
  record EventLine(String at, String who, String what, String note) {}

  /** All procedures with what is at work and what waits. */
  @GetMapping(PATH)
  String list(Model model, Locale locale) {
    Overview overview = catalog.overview(actors.current());
    Sentence words = words(locale);
    model.addAttribute("lines", overview.lines().stream().map(each -> new Line(each.key(), words.of(each.name()),
        each.atWork() == null ? null : row(each.atWork(), 0, words),
        each.waiting().stream().map(waiting -> row(waiting, 0, words)).toList(), each.openCases(), each.older()))
        .toList());
    model.addAttribute("offers", overview.offers().stream()
        .map(each -> new Packaged(each.key(), words.of(each.name()))).toList());
    return "models/list";
  }

  /** The releases of one procedure. */
  @GetMapping(PATH + "/{key}")
  String procedure(@PathVariable String key, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
    Sentence words = words(locale);
    int at = Math.max(0, Math.min(page, LAST_PAGE));
    ModelCatalog.History history = catalog.history(key, at * PAGE, PAGE, actors.current());
    List<ModelCatalog.Entry> entries = history.entries();
    if (entries.isEmpty()) {
      throw new DomainException(DomainException.Kind.NOT_FOUND, "release-unknown");
    }
    model.addAttribute("key", key);
    model.addAttribute("name", words.of(entries.get(0).info().name()));
    model.addAttribute("entries", entries.stream().map(each -> new Entry(row(each.info(), each.openCases(), words),
        each.changes().stream().limit(TOLD).map(change -> words.begun(change.sentence())).toList(),
        Math.max(0, each.changes().size() - TOLD))).toList());
    model.addAttribute("first", at * PAGE + 1);
    model.addAttribute("last", at * PAGE + entries.size());
    model.addAttribute("total", history.total());
    model.addAttribute("previous", at == 0 ? null : PATH + "/" + key + "?page=" + (at - 1));
    model.addAttribute("next", history.total() > (at + 1) * PAGE ? PATH + "/" + key + "?page=" + (at + 1) : null);
    return "models/procedure";
  }

  /** One release: what it changes, what happened to it, what can be done with it. */
  @GetMapping(RELEASE + "{id}")
  String release(@PathVariable String id, Model model, Locale locale) {
    Actor actor = actors.current();
    Detail detail = catalog.detail(id, actor);
    Sentence words = words(locale);
    ReleaseInfo info = detail.info();
    model.addAttribute("release", row(info, detail.openCases(), words));
    model.addAttribute("name", words.of(info.name()));
    model.addAttribute("procedureKey", info.procedureKey());
    model.addAttribute("before", detail.before() == null ? null : row(detail.before(), 0, words));
    model.addAttribute("stale", info.state().isOpen() && detail.before() != null
        && info.isOlderThan(detail.before()));
    model.addAttribute("changes", changes(detail.changes(), words));
    model.addAttribute("marked", detail.changes().stream().anyMatch(each -> each.elementId() != null));
    model.addAttribute("events", detail.events().stream().map(each -> event(each, words)).toList());
    model.addAttribute("files", detail.files());
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("draft", info.state() == ReleaseState.DRAFT);
    model.addAttribute("own", info.createdBy().equals(actor.login()));
    model.addAttribute("open", info.state().isOpen());
    model.addAttribute("returns", detail.returns());
    model.addAttribute("older", detail.older());
    model.addAttribute("warnings", words.of(desk.warnings(id, actor)));
    return "models/release";
  }

  /** The release as a zip file. */
  @GetMapping(RELEASE + "{id}/release.zip")
  ResponseEntity<byte[]> zip(@PathVariable String id) {
    ReleaseInfo info = catalog.info(id, actors.current());
    String name = info.procedureKey() + "-" + info.version() + ".zip";
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
        .body(Archive.of(catalog.files(id, actors.current())));
  }

  /** The procedure's own diagram in a release. */
  @GetMapping(path = RELEASE + "{id}/diagram.xml", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] diagram(@PathVariable String id) {
    return catalog.diagram(id, actors.current());
  }

  /**
   * How the elements of the diagram are marked.
   *
   * @param side {@code old} for the diagram that the release is compared with
   */
  @GetMapping(RELEASE + "{id}/marks")
  @ResponseBody
  Map<String, List<String>> marks(@PathVariable String id, @RequestParam(defaultValue = "") String side) {
    Map<Kind, List<String>> marks = catalog.marks(id, actors.current());
    Kind own = side.equals("old") ? Kind.REMOVED : Kind.ADDED;
    return Map.of(own.name().toLowerCase(Locale.ROOT), marks.getOrDefault(own, List.of()),
        "changed", marks.getOrDefault(Kind.CHANGED, List.of()));
  }

  private static Row row(ReleaseInfo info, long openCases, Sentence words) {
    String brought = words.by(words.who(info.createdBy(), info.createdName()), info.createdAt());
    String approved = info.approvedAt() == null ? ""
        : words.by(words.who(info.approvedBy(), info.approvedName()), info.approvedAt());
    return new Row(info.id(), info.version(), words.of("models.state." + info.state(), Texts.day(info.activateOn())),
        color(info.state()), words.of("models.source." + info.source()), brought, approved,
        info.activatedAt() == null ? "" : Texts.datedMoment(info.activatedAt()), info.note(), openCases,
        RELEASE + info.id());
  }

  private static String color(ReleaseState state) {
    return switch (state) {
      case DRAFT, APPROVED -> "ta-amber";
      case ACTIVE -> "ta-green";
      case RETIRED, DISCARDED -> "";
    };
  }

  private static Map<Area, List<ChangeLine>> changes(List<Change> changes, Sentence words) {
    Map<Area, List<ChangeLine>> areas = new EnumMap<>(Area.class);
    changes.forEach(each -> areas.computeIfAbsent(each.area(), area -> new ArrayList<>())
        .add(new ChangeLine(each.kind().name(), words.begun(each.sentence()))));
    return areas;
  }

  private static EventLine event(ReleaseEvent event, Sentence words) {
    return new EventLine(Texts.datedMoment(event.happenedAt()), words.who(event.actor(), event.actorName()),
        words.of("models.event." + event.kind()), event.note());
  }

  private Sentence words(Locale locale) {
    return new Sentence(messages, locale);
  }
}
