package vn.trian.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.trian.casefile.CaseFile;
import vn.trian.procedure.DelayReason;
import vn.trian.security.Actor;
import vn.trian.shared.Texts;
import vn.trian.workflow.Apologies;
import vn.trian.workflow.Apology;
import vn.trian.workflow.Desk;

/** What the page of a case shows of the apology for a promise that will not be kept. */
@Component
class ApologyParts {

  private final Apologies apologies;
  private final Desk desk;

  ApologyParts(Apologies apologies, Desk desk) {
    this.apologies = apologies;
    this.desk = desk;
  }

  /**
   * An apology that waits for the head.
   *
   * @param reasonName name of the reason from the list; null when none is chosen
   * @param by         name of who last changed it; null while nobody has
   */
  record Draft(String promisedOn, String newDay, String reasonCode, String reasonName, String reason, String by) {}

  /** A reason to choose. */
  record Reason(String code, String name) {}

  void fill(Model model, CaseFile file, Actor actor, String language) {
    List<Reason> reasons = apologies.rule(file).reasons().stream()
        .map(reason -> new Reason(reason.code(), reason.name().in(language))).toList();
    model.addAttribute("mayExtend", desk.mayExtend(file, actor));
    model.addAttribute("mayPropose", desk.mayPropose(file, actor));
    model.addAttribute("delayReasons", reasons);
    model.addAttribute("apology", apologies.waiting(file).map(draft -> draft(file, draft, language)).orElse(null));
  }

  private Draft draft(CaseFile file, Apology draft, String language) {
    return new Draft(Texts.day(draft.promisedOn()), Texts.day(apologies.proposedDay(file, draft)), draft.reasonCode(),
        nameOf(file, draft, language), draft.reason(), draft.touchedByHand() ? draft.changedName() : null);
  }

  /**
   * What the citizen reads of the last apology while the day it promised stands.
   *
   * @param reason name from the list, never the words: they may name people; null when none was chosen
   */
  record Sorry(String oldDay, String newDay, String reason) {}

  /** Null when nothing was put off, or something else moved the day since. */
  Sorry sorry(CaseFile file, String language) {
    return apologies.released(file.code()).filter(released -> released.newDay().equals(file.dueOn()))
        .map(released -> new Sorry(Texts.day(released.promisedOn()), Texts.day(released.newDay()),
            nameOf(file, released, language)))
        .orElse(null);
  }

  private String nameOf(CaseFile file, Apology apology, String language) {
    return apologies.rule(file).reason(apology.reasonCode()).map(DelayReason::name)
        .map(name -> name.in(language)).orElse(null);
  }
}
