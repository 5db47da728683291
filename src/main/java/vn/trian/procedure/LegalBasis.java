package vn.trian.procedure;

import vn.trian.shared.Confidence;

/**
 * A source of law.
 *
 * @param text       law, article and clause, in Vietnamese
 * @param confidence how sure the source is; U when the folder says nothing
 */
public record LegalBasis(@Needed String text, Confidence confidence) {

  public LegalBasis {
    confidence = confidence == null ? Confidence.U : confidence;
  }
}
