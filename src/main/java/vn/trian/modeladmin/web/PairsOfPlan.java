package vn.trian.modeladmin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.Outlines.Node;
import vn.trian.workflow.migration.Outlines.Outline;
import vn.trian.workflow.migration.Outlines.ProcessOutline;
import vn.trian.workflow.migration.Reason;

/** Which activity of the old release continues where in the new one, process by process, as the page of a plan asks. */
@Component
class PairsOfPlan {

  private final Migrations migrations;

  PairsOfPlan(Migrations migrations) {
    this.migrations = migrations;
  }

  /** An activity of the old release and where it continues. */
  record PairRow(String id, String name, String kind, long cases, String target, List<Choice> targets,
      List<String> faults, boolean changed) {}

  /**
   * Adds the activities of one process, and the choice of the process, to a model.
   *
   * @param process key of the process; anything unknown shows the first
   */
  void show(Migration plan, String process, Model model, Sentence words) {
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
}
