package vn.trian.browser;

import java.util.Comparator;
import java.util.List;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;

import vn.trian.security.Actors;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** Tells which demo officer a case waits for. */

class WhoseTurn {

  private final WorkList work;
  private final Officers officers;
  private final Actors actors;

  WhoseTurn(WorkList work, Officers officers, Actors actors) {
    this.work = work;
    this.officers = officers;
    this.actors = actors;
  }

  /** Login of who is in charge, heads before their deputies. */
  String of(String caseCode) {
    List<WorkItem> open = work.ofCase(caseCode);
    if (open.size() != 1) {
      throw new AssertionError(caseCode + " waits at " + open.stream().map(WorkItem::name).toList());
    }
    return officers.all().stream()
        .sorted(Comparator.comparing(WhoseTurn::isDeputy))
        .map(Officer::login)
        .filter(login -> !work.visible(List.of(open.get(0).taskId()), actors.named(login)).isEmpty())
        .findFirst().orElseThrow(() -> new AssertionError("nobody may take " + open.get(0).name()));
  }

  /** The step whose task is open. */
  String step(String caseCode) {
    return work.ofCase(caseCode).get(0).step();
  }

  private static boolean isDeputy(Officer officer) {
    return officer.roles().stream().anyMatch(role -> role.name().contains("DEPUTY") || role.name().contains("VICE"));
  }
}
