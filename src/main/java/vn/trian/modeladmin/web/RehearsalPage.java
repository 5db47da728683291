package vn.trian.modeladmin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.trian.modeladmin.ModelCatalog;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;
import vn.trian.shared.Vnd;
import vn.trian.workflow.rehearsal.Line;
import vn.trian.workflow.rehearsal.Part;
import vn.trian.workflow.rehearsal.Rehearsal;
import vn.trian.workflow.rehearsal.RehearsalDesk;
import vn.trian.workflow.rehearsal.RehearsalState;
import vn.trian.workflow.rehearsal.Rehearsals;
import vn.trian.workflow.rehearsal.Rehearsals.Tally;
import vn.trian.workflow.rehearsal.Telling;
import vn.trian.workflow.rehearsal.Verdict;

/** Where administrators have a release rehearsed, and read what came of it. */
@Controller
class RehearsalPage {

  private static final String RELEASE = "/models/releases/{id}/rehearsal";
  private static final int ROWS = 25;
  private static final int CASES = 20;

  private final ModelCatalog catalog;
  private final RehearsalDesk desk;
  private final Rehearsals rehearsals;
  private final PageActions actions;
  private final Actors actors;
  private final MessageSource messages;

  RehearsalPage(ModelCatalog catalog, RehearsalDesk desk, Rehearsals rehearsals, PageActions actions, Actors actors,
      MessageSource messages) {
    this.catalog = catalog;
    this.desk = desk;
    this.rehearsals = rehearsals;
    this.actions = actions;
    this.actors = actors;
    this.messages = messages;
  }

  /** A rehearsal in a list. */
  record Row(String url, String state, String color, String when, String who, String counts, boolean shown) {}

  /** A count that narrows the list. */
  record Count(String url, String color, String text, long count, boolean chosen) {}

  /** One part in the tabs. */
  record Tab(String url, String name, long all, boolean chosen) {}

  /** One scenario or case. */
  record Entry(String subject, String name, String color, String verdict, List<String> findings) {}

  /** How far it is. */
  record Progress(String text, int done, int total) {}

  /** The rehearsals of a release: the newest, or the one that is asked for, with one page of one part. */
  @GetMapping(RELEASE)
  String page(@PathVariable String id, @RequestParam(defaultValue = "") String run,
      @RequestParam(defaultValue = "") String part, @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "0") String page, Model model, Locale locale) {
    Actor actor = actors.current();
    ReleaseInfo info = catalog.info(id, actor);
    Sentence words = words(locale);
    List<Rehearsal> all = rehearsals.of(id);
    Rehearsal shown = all.stream().filter(each -> each.id().equals(run)).findFirst()
        .orElse(all.isEmpty() ? null : all.get(0));
    model.addAttribute("releaseId", id);
    model.addAttribute("version", info.version());
    model.addAttribute("name", info.name().in(locale.getLanguage()));
    model.addAttribute("procedureKey", info.procedureKey());
    model.addAttribute("most", RehearsalDesk.MOST_CASES);
    model.addAttribute("cases", shown == null ? CASES : shown.casesWanted());
    model.addAttribute("free", info.state().isOpen() && all.stream().noneMatch(each -> each.state().isOpen()));
    model.addAttribute("rows", all.stream().map(each -> row(each, id, shown, words)).toList());
    if (shown != null) {
      shown(shown, part(part), verdict(verdict), number(page), model, locale);
    }
    return "models/rehearsal";
  }

  /** Begins a rehearsal. */
  @PostMapping(RELEASE)
  String begin(@PathVariable String id, @RequestParam(defaultValue = "" + CASES) String cases, RedirectAttributes next,
      Locale locale) {
    return actions.act(actor -> {
      ReleaseInfo info = catalog.info(id, actor);
      desk.begin(id, cases.matches("\\d{1,6}") ? Integer.parseInt(cases) : -1, actor);
      return new PageActions.Done(address(id), words(locale).of("rehearsal.queued", info.version()));
    }, address(id), next, locale);
  }

  /** Asks for the end of the rehearsal of a release that is not over. */
  @PostMapping(RELEASE + "/stop")
  String stop(@PathVariable String id, RedirectAttributes next, Locale locale) {
    return actions.act(actor -> {
      catalog.info(id, actor);
      desk.stop(rehearsals.of(id).stream().filter(each -> each.state().isOpen()).findFirst().map(Rehearsal::id)
          .orElseThrow(() -> new DomainException(DomainException.Kind.CONFLICT, "rehearsal-over")), actor);
      return new PageActions.Done(address(id), words(locale).of("rehearsal.stopping"));
    }, address(id), next, locale);
  }

  private void shown(Rehearsal shown, Part wanted, Verdict verdict, int page, Model model, Locale locale) {
    Sentence words = words(locale);
    Telling telling = new Telling(messages, locale);
    Map<Part, Tally> tallies = rehearsals.tallies(shown.id());
    Part part = wanted != null ? wanted : shown.state().isOpen() && shown.part() != null ? shown.part()
        : Part.SCENARIOS;
    Tally tally = tallies.getOrDefault(part, new Tally(Map.of(), null, null));
    model.addAttribute("shown", row(shown, shown.releaseId(), shown, words));
    model.addAttribute("running", shown.state().isOpen());
    model.addAttribute("stopping", shown.stopAsked());
    model.addAttribute("stopped", shown.state() == RehearsalState.STOPPED && shown.stoppedName() != null
        ? words.of("rehearsal.stoppedBy", shown.stoppedName()) : null);
    model.addAttribute("failure", telling.of(shown.failure()));
    model.addAttribute("summary", telling.of(shown.summary(part)));
    model.addAttribute("progress", progress(shown, words));
    model.addAttribute("part", part);
    List<Tab> tabs = new ArrayList<>();
    for (Part each : Part.values()) {
      tabs.add(new Tab(address(shown, each, null, 0), words.of("rehearsal.part." + each),
          tallies.containsKey(each) ? tallies.get(each).all() : 0, each == part));
    }
    model.addAttribute("tabs", tabs);
    List<Count> counts = new ArrayList<>();
    counts.add(new Count(address(shown, part, null, 0), "", words.of("rehearsal.all"), tally.all(), verdict == null));
    for (Verdict each : Verdict.values()) {
      if (tally.of(each) > 0 || each == verdict) {
        counts.add(new Count(address(shown, part, each, 0), color(each), verdict(part, each, words), tally.of(each),
            each == verdict));
      }
    }
    model.addAttribute("counts", counts);
    model.addAttribute("sums", tally.before() == null ? null : tally.before().equals(tally.after())
        ? words.of("rehearsal.sums.same", new Vnd(tally.before()))
        : words.of("rehearsal.sums", new Vnd(tally.before()), new Vnd(tally.after())));
    Page<Line> lines = rehearsals.lines(shown.id(), part, verdict, page, ROWS);
    model.addAttribute("entries", lines.stream().map(each -> new Entry(each.subject(),
        each.name() == null ? null : each.name().in(locale.getLanguage()), color(each.verdict()),
        verdict(part, each.verdict(), words), telling.of(each.findings()))).toList());
    model.addAttribute("first", (long) page * ROWS + 1);
    model.addAttribute("last", (long) page * ROWS + lines.getNumberOfElements());
    model.addAttribute("total", lines.getTotalElements());
    model.addAttribute("previous", page > 0 ? address(shown, part, verdict, page - 1) : null);
    model.addAttribute("next", lines.hasNext() ? address(shown, part, verdict, page + 1) : null);
  }

  private static Progress progress(Rehearsal shown, Sentence words) {
    if (shown.part() == null || shown.total() == 0) {
      return new Progress(words.of(shown.state() == RehearsalState.QUEUED ? "rehearsal.state.QUEUED"
          : "rehearsal.preparing"), 0, 0);
    }
    return new Progress(words.of("rehearsal.progress", words.of("rehearsal.part." + shown.part()), shown.done(),
        shown.total()), shown.done(), shown.total());
  }

  private static Row row(Rehearsal rehearsal, String releaseId, Rehearsal shown, Sentence words) {
    String counts = words.of("rehearsal.count", rehearsal.casesWanted());
    return new Row(UriComponentsBuilder.fromPath(address(releaseId)).queryParam("run", rehearsal.id())
        .toUriString(), words.of("rehearsal.state." + rehearsal.state()), color(rehearsal.state()),
        Texts.datedMoment(rehearsal.requestedAt()), rehearsal.requestedName(), counts, rehearsal == shown);
  }

  private static String address(String releaseId) {
    return RELEASE.replace("{id}", releaseId);
  }

  private static String address(Rehearsal shown, Part part, Verdict verdict, int page) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(address(shown.releaseId()))
        .queryParam("run", shown.id()).queryParam("part", part);
    if (verdict != null) {
      address.queryParam("verdict", verdict);
    }
    return (page > 0 ? address.queryParam("page", page) : address).toUriString();
  }

  private static String verdict(Part part, Verdict verdict, Sentence words) {
    return words.of("rehearsal.verdict." + part + "." + verdict);
  }

  private static String color(Verdict verdict) {
    return switch (verdict) {
      case SAME -> "ta-green";
      case DIFFERENT -> "ta-amber";
      case BROKEN -> "ta-red";
    };
  }

  private static String color(RehearsalState state) {
    return switch (state) {
      case DONE -> "ta-green";
      case QUEUED, RUNNING -> "ta-amber";
      case FAILED -> "ta-red";
      case STOPPED, BROKEN_OFF -> "";
    };
  }

  private static Part part(String text) {
    for (Part each : Part.values()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    return null;
  }

  private static Verdict verdict(String text) {
    for (Verdict each : Verdict.values()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    return null;
  }

  private static int number(String page) {
    return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
  }

  private Sentence words(Locale locale) {
    return new Sentence(messages, locale);
  }
}
