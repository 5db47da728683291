package vn.trian.modeladmin.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;
import vn.trian.workflow.migration.Consistency;
import vn.trian.workflow.migration.ConsistencyRun;

/** Where administrators see whether the tables and the engine agree. */
@Controller
class ConsistencyPage {

  static final String PATH = "/models/migrations/consistency";

  private static final String COCKPIT = "/camunda/app/cockpit/default/#/process-instance/";
  private static final int RUNS = 50;
  private static final int SIZE = 50;

  private final Consistency consistency;
  private final Actors actors;
  private final MessageSource messages;

  ConsistencyPage(Consistency consistency, Actors actors, MessageSource messages) {
    this.consistency = consistency;
    this.actors = actors;
    this.messages = messages;
  }

  /** A comparison in the list. */
  record RunRow(String url, String at, String occasion, String who, boolean ended, boolean running, long cases,
      long total, long findings) {}

  /** Something found; {@code url} leads to its process, null where there is none. */
  record FindingRow(String code, String sentence, String url) {}

  /** The newest comparisons. */
  @GetMapping(PATH)
  String list(Model model, Locale locale) {
    Sentence words = new Sentence(messages, locale);
    List<RunRow> runs = consistency.newest(RUNS, actors.current()).stream().map(each -> row(each, words)).toList();
    model.addAttribute("runs", runs);
    model.addAttribute("running", runs.stream().anyMatch(RunRow::running));
    return "models/consistency";
  }

  /** What one comparison found. */
  @GetMapping(PATH + "/{id}")
  String run(@PathVariable String id, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
    Actor actor = actors.current();
    Sentence words = new Sentence(messages, locale);
    ConsistencyRun run = consistency.find(id, actor);
    int listed = (int) Math.min(Consistency.MOST_FINDINGS, run.findings());
    int at = Math.max(0, Math.min(page, (listed - 1) / SIZE));
    List<FindingRow> rows = consistency.findings(id, at, SIZE, actor).stream().map(each -> new FindingRow(
        each.caseCode(), words.of(List.of(each.reason().asProblem())).get(0),
        each.processId() == null ? null : COCKPIT + each.processId())).toList();
    String path = PATH + "/" + id + "?page=";
    model.addAttribute("run", row(run, words));
    model.addAttribute("rows", rows);
    model.addAttribute("listed", listed);
    model.addAttribute("first", at * SIZE + 1);
    model.addAttribute("last", at * SIZE + rows.size());
    model.addAttribute("previous", at == 0 ? null : path + (at - 1));
    model.addAttribute("next", (at + 1) * SIZE >= listed ? null : path + (at + 1));
    return "models/consistency-run";
  }

  /** Has all open cases compared; one comparison at a time. */
  @PostMapping(PATH)
  String compare(RedirectAttributes next, Locale locale) {
    try {
      return "redirect:" + PATH + "/" + consistency.run(actors.current()).id();
    } catch (DomainException refusal) {
      if (refusal.kind() != DomainException.Kind.CONFLICT) {
        throw refusal;
      }
      next.addFlashAttribute("refusal", new Sentence(messages, locale).of(refusal));
      return "redirect:" + PATH;
    }
  }

  private RunRow row(ConsistencyRun run, Sentence words) {
    return new RunRow(PATH + "/" + run.id(), Texts.datedMoment(run.startedAt()),
        words.of("consistency.occasion." + run.occasion()), run.startedName(), run.endedAt() != null,
        consistency.isRunning(run), run.cases(), run.total(), run.findings());
  }
}
