package vn.trian.procedure;

import vn.trian.shared.Confidence;
import vn.trian.shared.Label;
import vn.trian.shared.Level;

/**
 * A document that offices draw up.
 *
 * @param template   file {@code documents/<template>.html}
 * @param kind       number series: numbers run per office, year and kind; null = no number
 * @param symbol     stands in the number, such as QĐ
 * @param level      who issues it; null = the level that handles the case
 * @param signerRole role of the signer; null = nobody signs
 * @param word       also offered as an editable Word file
 * @param confidence of the layout
 */
public record DocumentKind(
    @Needed String template,
    @Needed Label name,
    String formNumber,
    String kind,
    String symbol,
    Level level,
    String signerRole,
    boolean word,
    String legalBasis,
    Confidence confidence,
    Label note) {}
