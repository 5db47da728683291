package vn.trian.portal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseState;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.shared.Expressions;
import vn.trian.shared.Level;

/** The way of a case in a few words: receipt, the steps of its route, the result. */
@Component
class Stages {

  private final Procedures procedures;
  private final CaseContexts contexts;
  private final Expressions feel;

  Stages(Procedures procedures, CaseContexts contexts, Expressions feel) {
    this.procedures = procedures;
    this.contexts = contexts;
    this.feel = feel;
  }

  /**
   * One stage.
   *
   * @param key   message of its name; null when {@code name} has it
   * @param name  from the procedure's data; null when {@code key} names it
   * @param level where it happens; null for receipt and result
   * @param place done, now or ahead
   */
  record Stage(String key, String name, Level level, Place place) {}

  enum Place {
    DONE,
    NOW,
    AHEAD
  }

  /** Stages in order; none for a case that ended before its result. */
  List<Stage> of(CaseFile file, String language) {
    if (file.state() == CaseState.WITHDRAWN || file.state() == CaseState.RECEIPT_REFUSED) {
      return List.of();
    }
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    List<String> route = walked(file, procedure, procedure.route().steps(contexts.of(file), feel));
    int now = position(file, procedure, route);
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage("stage.receipt", null, null, place(0, now)));
    for (String id : route) {
      Step step = procedure.step(id);
      stages.add(new Stage(null, step.name().in(language), step.level(), place(stages.size(), now)));
    }
    stages.add(new Stage("stage.result", null, null, place(stages.size(), now)));
    return stages;
  }

  /** Whether an office works on a step of the case; a result that is only to be handed out is none. */
  static boolean isInAStep(CaseFile file) {
    return file.step() != null && !file.state().isFinal() && file.state() != CaseState.REJECTED
        && file.state() != CaseState.ISSUED;
  }

  /** What was rejected does not go the rest of the way. */
  private static List<String> walked(CaseFile file, Procedure procedure, List<String> route) {
    boolean rejected = file.state() == CaseState.REJECTED || CaseState.REJECTED.name().equals(file.result());
    return rejected && file.step() != null && !route.isEmpty()
        ? route.subList(0, 1 + onRoute(file, procedure, route)) : route;
  }

  /** Index of the stage that the case is in; one past the last when it is over. */
  private static int position(CaseFile file, Procedure procedure, List<String> route) {
    int result = route.size() + 1;
    return switch (file.state()) {
      case DELIVERED, PAID -> result + 1;
      case ISSUED, REJECTED -> result;
      default -> file.step() == null ? 0 : 1 + onRoute(file, procedure, route);
    };
  }

  /** A step beside the route counts as the last one of its level. */
  private static int onRoute(CaseFile file, Procedure procedure, List<String> route) {
    int at = route.indexOf(file.step());
    for (int i = route.size() - 1; at < 0 && i >= 0; i--) {
      if (procedure.step(route.get(i)).level() == file.level()) {
        at = i;
      }
    }
    return Math.max(0, at);
  }

  private static Place place(int index, int now) {
    return index < now ? Place.DONE : index == now ? Place.NOW : Place.AHEAD;
  }
}
