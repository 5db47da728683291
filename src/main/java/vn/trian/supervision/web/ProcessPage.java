package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Figure;
import vn.trian.supervision.OpenCases;
import vn.trian.supervision.ProcessFigures;
import vn.trian.supervision.ProcessFigures.Passage;
import vn.trian.supervision.ProcessFigures.Version;
import vn.trian.supervision.ProcessFigures.View;
import vn.trian.supervision.Standing;
import vn.trian.supervision.Tally;
import vn.trian.supervision.web.FilterForm.Choice;
import vn.trian.workflow.ProcessModels;

/** The diagram of a procedure with what happens at each activity, and the same as a table. */
@Controller
class ProcessPage {

  private static final String HEAT = "heat";

  private final OpenCases open;
  private final ProcessFigures figures;
  private final ProcessModels models;
  private final Places places;
  private final FilterForm form;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  ProcessPage(OpenCases open, ProcessFigures figures, ProcessModels models, Places places, FilterForm form,
      NameBook names, Actors actors, MessageSource messages, Clock clock) {
    this.open = open;
    this.figures = figures;
    this.models = models;
    this.places = places;
    this.form = form;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /** A procedure with its open cases. */
  record ProcedureLine(String name, String url, Count open, Count late, Count soon) {}

  /** A number with the way to its cases. */
  record Count(long count, String url) {}

  /**
   * An activity.
   *
   * @param passesUrl address of the cases that passed it; null where no list tells them
   * @param insideUrl address of the diagram that is called here; null for none
   * @param said      all of it as a sentence
   */
  record Line(String id, String name, int heat, Count open, Count late, Count soon, long passes, String passesUrl,
      String average, String median, String insideUrl, String said) {}

  /** A step of the way from the procedure's own diagram to the one that is shown. */
  record Crumb(String name, String url) {}

  @GetMapping(Address.PROCESSES)
  String procedures(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    CaseFilter filter = CaseFilter.read(parameters, LocalDate.now(clock)).about(Figure.OPEN);
    Map<String, Tally> tallies = open.overview(filter, actor).figures().procedures();
    Names known = names.in(locale);
    form.fill(model, filter, actor, known, new Words(messages, locale));
    model.addAttribute("lines", known.procedures().keySet().stream()
        .filter(key -> filter.procedure() == null || filter.procedure().equals(key))
        .map(key -> procedure(key, filter, tallies.getOrDefault(key, new Tally()), known))
        .sorted((one, other) -> one.name().compareTo(other.name())).toList());
    return "supervision/processes";
  }

  /** The diagram of a procedure, or that of a process called in it when the address names a place. */
  @GetMapping(Address.PROCESSES + "/{key}")
  String process(@PathVariable String key, @RequestParam Map<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    CaseFilter asked = asked(key, parameters);
    List<Version> versions = figures.versions(asked, actor);
    Release release = places.release(asked, versions);
    CaseFilter filter = asked.of(key, release.version());
    String inside = inside(filter);
    View view = figures.view(filter, models.diagram(release, inside), inside, actor);
    Heat heat = Heat.of(parameters.get(HEAT));
    double most = heat.most(view.passages());
    Words words = new Words(messages, locale);
    Names known = names.in(locale);
    form.fill(model, filter, actor, known, words);
    model.addAttribute("title", release.procedure().name().in(locale.getLanguage()));
    model.addAttribute("releases", releases(versions, release, words));
    model.addAttribute("heat", heat);
    model.addAttribute("heats", Heat.values());
    model.addAttribute("shades", heat.shades(most).stream()
        .map(shade -> new Choice(String.valueOf(shade.level()), words.number(shade.most()))).toList());
    model.addAttribute("lines", view.passages().stream()
        .map(each -> line(each, filter, inside, heat, most, known, words)).toList());
    model.addAttribute("elsewhere", new Count(view.elsewhere().total(),
        Address.cases(filter, Figure.OPEN, "place", CaseFilter.NONE)));
    model.addAttribute("crumbs", crumbs(filter, release, inside, heat));
    model.addAttribute("drawing",
        Address.of(Address.PROCESSES + "/" + key + "/diagram.xml", drawing(filter), List.of()));
    return "supervision/process";
  }

  /** The drawing of the same diagram. */
  @GetMapping(path = Address.PROCESSES + "/{key}/diagram.xml", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] drawing(@PathVariable String key, @RequestParam Map<String, String> parameters) {
    CaseFilter asked = asked(key, parameters);
    Release release = places.release(asked, figures.versions(asked, actors.current()));
    return models.xml(release, inside(asked));
  }

  private CaseFilter asked(String key, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("procedure", key);
    return CaseFilter.read(all, LocalDate.now(clock));
  }

  private static String inside(CaseFilter filter) {
    return filter.place() == null ? "" : filter.place();
  }

  private static Map<String, String> drawing(CaseFilter filter) {
    Map<String, String> parameters = new LinkedHashMap<>(Map.of("release", String.valueOf(filter.release())));
    if (filter.place() != null) {
      parameters.put("place", filter.place());
    }
    return parameters;
  }

  private static ProcedureLine procedure(String key, CaseFilter filter, Tally tally, Names names) {
    Object[] own = {"procedure", key};
    return new ProcedureLine(names.procedure(key), at(key, filter, null, null),
        new Count(tally.total(), Address.cases(filter, Figure.OPEN, own)),
        new Count(tally.of(Standing.LATE), Address.cases(filter, Figure.OPEN, "procedure", key, "standing", "LATE")),
        new Count(tally.of(Standing.SOON), Address.cases(filter, Figure.OPEN, "procedure", key, "standing", "SOON")));
  }

  private static List<Choice> releases(List<Version> versions, Release shown, Words words) {
    return versions.stream()
        .filter(each -> each.active() || each.cases() > 0 || each.number() == shown.version())
        .map(each -> new Choice(String.valueOf(each.number()), words.of(each.active()
            ? "supervision.process.release.active" : "supervision.process.release", each.number(), each.cases())))
        .toList();
  }

  private static Line line(Passage passage, CaseFilter filter, String inside, Heat heat, double most, Names names,
      Words words) {
    String id = passage.activity().id();
    String name = names.activity(filter.procedure(), passage.activity());
    String place = inside.isEmpty() ? id : inside + "/" + id;
    Tally open = passage.open();
    String passesUrl = passage.activity().step() == null ? null
        : Address.cases(filter, Figure.HANDED_OVER, "step", passage.activity().step());
    String average = words.number(passage.average());
    return new Line(id, name, heat.level(passage, most),
        new Count(open.total(), Address.cases(filter, Figure.OPEN, "place", place)),
        new Count(open.of(Standing.LATE), Address.cases(filter, Figure.OPEN, "place", place, "standing", "LATE")),
        new Count(open.of(Standing.SOON), Address.cases(filter, Figure.OPEN, "place", place, "standing", "SOON")),
        passage.passes(), passesUrl, average, words.number(passage.median()),
        passage.activity().call() == null ? null : at(filter.procedure(), filter, place, heat),
        words.of("supervision.process.said", name, open.total(), open.of(Standing.LATE),
            open.of(Standing.SOON), average));
  }

  private List<Crumb> crumbs(CaseFilter filter, Release release, String inside, Heat heat) {
    List<Crumb> crumbs = new ArrayList<>();
    String place = null;
    List<String> called = models.names(release, inside);
    String[] ids = inside.split("/");
    for (int i = 0; i < called.size(); i++) {
      place = place == null ? ids[i] : place + "/" + ids[i];
      crumbs.add(new Crumb(called.get(i), at(filter.procedure(), filter, place, heat)));
    }
    if (!crumbs.isEmpty()) {
      crumbs.add(0, new Crumb(models.diagram(release, "").name(), at(filter.procedure(), filter, null, heat)));
    }
    return crumbs;
  }

  /** Address of a diagram, for the same offices, release and period. */
  private static String at(String key, CaseFilter filter, String place, Heat heat) {
    Map<String, String> parameters = new LinkedHashMap<>(filter.about(Figure.OPEN).parameters());
    parameters.remove("figure");
    parameters.remove("procedure");
    if (place != null) {
      parameters.put("place", place);
    }
    if (heat != null) {
      parameters.put(HEAT, heat.name());
    }
    return Address.of(Address.PROCESSES + "/" + key, parameters, List.of());
  }
}
