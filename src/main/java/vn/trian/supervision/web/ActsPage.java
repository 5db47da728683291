package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.organization.Substitutions;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.Texts;
import vn.trian.supervision.CaseActs;
import vn.trian.supervision.CaseActs.Action;
import vn.trian.supervision.CaseActs.Preview;
import vn.trian.supervision.CaseActs.Result;
import vn.trian.supervision.CaseActs.Target;
import vn.trian.supervision.CaseActs.Wish;

/**
 * One action on the cases that were picked in a list, in three pages: what to do, what would come of it, what came of
 * it. The list's own address goes along, so that people come back to where they were.
 */
@Controller
class ActsPage {

  private static final String LINE = "line";
  private static final String OFFICE = "OFFICE";

  private final CaseActs acts;
  private final Substitutions substitutions;
  private final Actors actors;
  private final MessageSource messages;
  private final Clock clock;

  ActsPage(CaseActs acts, Substitutions substitutions, Actors actors, MessageSource messages, Clock clock) {
    this.acts = acts;
    this.substitutions = substitutions;
    this.actors = actors;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * One case in the table.
   *
   * @param owner null when nothing is told of the case
   * @param token of its target; null when nothing would be, or was, done
   */
  record Line(String code, String owner, String sentence, boolean done, String token) {}

  /** What to do with the cases that were picked. */
  @GetMapping(Address.ACTS)
  String choose(@RequestParam MultiValueMap<String, String> parameters, Model model) {
    Actor actor = actors.current();
    model.addAttribute("actions", acts.actions(actor).stream().map(Action::name).toList());
    model.addAttribute("colleagues", acts.colleagues(actor));
    model.addAttribute("away", substitutions.away());
    model.addAttribute("tooMany", picked(parameters).size() > CaseActs.MOST);
    list(parameters, model);
    return "supervision/acts";
  }

  /** What would come of it; changes nothing. */
  @PostMapping(Address.ACTS_PREVIEW)
  String preview(@RequestParam MultiValueMap<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    Wish wish = wish(parameters.toSingleValueMap());
    Words words = new Words(messages, locale);
    List<Preview> previews = acts.preview(wish, picked(parameters), actor);
    List<Line> lines = previews.stream().map(each -> line(each, wish.action(), words)).toList();
    model.addAttribute("wish", wish);
    model.addAttribute("to", parameters.getFirst("to"));
    model.addAttribute("key", UUID.randomUUID().toString());
    lines(lines, model);
    list(parameters, model);
    return "supervision/acts-preview";
  }

  /** Does what was previewed, and says what came of it for each case. */
  @PostMapping(Address.ACTS_DONE)
  String perform(@RequestParam MultiValueMap<String, String> parameters, Model model, Locale locale) {
    Actor actor = actors.current();
    Wish wish = wish(parameters.toSingleValueMap());
    Words words = new Words(messages, locale);
    List<Target> targets = parameters.getOrDefault(LINE, List.of()).stream().distinct()
        .flatMap(token -> Target.read(token).stream()).toList();
    List<Line> lines = acts.perform(wish, targets, parameters.getFirst("key"), actor).stream()
        .map(each -> line(each, words)).toList();
    model.addAttribute("wish", wish);
    lines(lines, model);
    list(parameters, model);
    return "supervision/acts-done";
  }

  private static void lines(List<Line> lines, Model model) {
    model.addAttribute("lines", lines);
    model.addAttribute("yes", lines.stream().filter(Line::done).count());
    model.addAttribute("no", lines.stream().filter(line -> !line.done()).count());
  }

  /** The list that the cases were picked in. */
  private void list(MultiValueMap<String, String> parameters, Model model) {
    ListRequest asked = ListRequest.read(parameters, LocalDate.now(clock));
    model.addAttribute("picked", asked.picked());
    model.addAttribute("most", CaseActs.MOST);
    model.addAttribute("kept", asked.parameters(asked.order(), asked.descending(), asked.page()));
    model.addAttribute("back", asked.at(asked.page()));
    model.addAttribute("again", Address.of(Address.ACTS,
        asked.parameters(asked.order(), asked.descending(), asked.page()), asked.picked()));
  }

  private static List<String> picked(MultiValueMap<String, String> parameters) {
    return parameters.getOrDefault(ListRequest.PICK, List.of()).stream().map(Texts::printable).distinct().toList();
  }

  /** What is wished; a note where the request names no action. */
  private static Wish wish(Map<String, String> parameters) {
    Action action = Arrays.stream(Action.values()).filter(each -> each.name().equals(parameters.get("action")))
        .findFirst().orElse(Action.NOTE);
    return new Wish(action, parameters.get("assignee"), OFFICE.equals(parameters.get("to")),
        Texts.printable(parameters.get("words")));
  }

  private static Line line(Preview preview, Action action, Words words) {
    boolean yes = preview.refusal() == null;
    String sentence = yes ? words.of("acts.will." + action, preview.arguments(words.locale().getLanguage()))
        : words.refusal(preview.refusal());
    return new Line(preview.target().code(), preview.owner(), sentence, yes, yes ? preview.target().token() : null);
  }

  private static Line line(Result result, Words words) {
    boolean yes = result.refusal() == null;
    String sentence = yes ? words.done(result.done()) : words.refusal(result.refusal());
    return new Line(result.code(), null, sentence, yes, null);
  }
}
