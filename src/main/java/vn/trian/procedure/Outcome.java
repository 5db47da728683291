package vn.trian.procedure;

import java.util.List;
import vn.trian.shared.Label;

/**
 * A button below a task.
 *
 * @param signed goes through check and signature before it takes effect
 * @param needs  what the officer must give with it
 * @param body   kind of body that has to answer as a rule; null = the officer chooses
 * @param shown  FEEL; in cases where it does not hold there is no such button
 */
public record Outcome(@Needed Label label, Style style, boolean signed, List<Need> needs, Body body, String shown) {

  public Outcome {
    style = style == null ? Style.SECONDARY : style;
    needs = Given.list(needs);
    shown = shown == null ? "true" : shown;
  }

  /** How the button looks. */
  public enum Style {
    PRIMARY,
    SECONDARY,
    DANGER
  }

  /** Kinds of bodies that a case can wait for, in the order of the list. */
  public enum Body {
    OTHER_PROVINCE,
    MINISTRY,
    MEDICAL_COUNCIL,
    FORENSIC,
    MILITARY,
    SOCIAL_INSURANCE,
    OTHER
  }

  /** What an outcome asks of the officer. */
  public enum Need {
    /** Words of the officer. */
    REASON,
    /** A reason from the list of refusal reasons. */
    REASON_CODE,
    /** The points that the applicant must supplement. */
    ITEMS,
    /** The body that has to answer. */
    BODY,
    /** A second click. */
    CONFIRM
  }
}
