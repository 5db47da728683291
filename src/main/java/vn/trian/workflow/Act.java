package vn.trian.workflow;

import java.util.List;
import java.util.Map;
import vn.trian.casefile.PaperTick;

/**
 * What somebody wants to do with a task or with a dossier on the desk.
 *
 * @param outcome          code of the outcome that was chosen
 * @param reasonCode       code from the list of refusal reasons, where the outcome asks for one
 * @param reason           words, where the outcome asks for them
 * @param items            what the citizen has to bring, where the outcome asks for it
 * @param body             the other body that is asked, where the outcome asks for one
 * @param data             answers of the form as typed
 * @param papers           checklist of papers as ticked; null = unchanged
 * @param confirmDuplicate whether the desk has seen that the same matter is on file already
 */
public record Act(String outcome, String reasonCode, String reason, List<Item> items, Body body,
    Map<String, Object> data, List<PaperTick> papers, boolean confirmDuplicate) {

  public Act {
    outcome = outcome == null ? "" : outcome;
    items = items == null ? List.of() : List.copyOf(items);
    data = data == null ? Map.of() : data;
    reason = reason == null || reason.isBlank() ? null : reason.strip();
    reasonCode = reasonCode == null || reasonCode.isBlank() ? null : reasonCode;
  }

  /**
   * One thing to bring.
   *
   * @param kind id of a paper, null for anything else
   * @param text what is missing or wrong, in words
   */
  public record Item(String kind, String text) {}

  /**
   * Another body.
   *
   * @param kind kind of body, may be null
   * @param name its name as it stands in the letter
   */
  public record Body(String kind, String name) {}
}
