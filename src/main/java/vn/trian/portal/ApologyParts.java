package vn.trian.portal;

import java.time.Clock;
import java.time.LocalDate;
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
  private final Clock clock;

  ApologyParts(Apologies apologies, Desk desk, Clock clock) {
    this.apologies = apologies;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * An apology that waits for the head.
   *
   * @param reasonName name of the reason from the list; null when none is chosen
   * @param text       message about the promise
   * @param by         name of who last changed it; null while nobody has
   */
  record Draft(String text, String promisedOn, String newDay, String reasonCode, String reasonName, String reason,
      String by) {}

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
    return new Draft(text(draft.promisedOn()), Texts.day(draft.promisedOn()),
        Texts.day(apologies.proposedDay(file, draft)), draft.reasonCode(), nameOf(file, draft, language),
        draft.reason(), draft.touchedByHand() ? draft.changedName() : null);
  }

  /** Until the day before there is time to act; from the promised day on the apology is late itself. */
  private String text(LocalDate promisedOn) {
    int past = LocalDate.now(clock).compareTo(promisedOn);
    return past < 0 ? "case.apology.text" : past == 0 ? "case.apology.text.today" : "case.apology.text.past";
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
