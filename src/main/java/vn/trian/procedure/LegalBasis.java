package vn.trian.procedure;

import vn.trian.shared.Confidence;

/**
 * A source of law.
 *
 * @param text       law, article and clause, in Vietnamese
 * @param confidence how sure the source is; U when the folder says nothing
 * @param shown      FEEL; documents of cases where it does not hold do not quote the source
 */
public record LegalBasis(@Needed String text, Confidence confidence, String shown) {

  public LegalBasis {
    confidence = confidence == null ? Confidence.U : confidence;
    shown = shown == null ? "true" : shown;
  }
}
