package vn.trian.procedure;

import java.time.LocalDate;
import java.util.List;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;
import vn.trian.shared.Level;

/**
 * A document that offices draw up.
 *
 * @param template    file {@code documents/<template>.html}
 * @param formNumber  number of the form where it never changed; null = see {@code formNumbers}, or none
 * @param formNumbers numbers of the form by date, where the law renumbered it
 * @param kind        number series: numbers run per office, year and kind; null = no number
 * @param symbol      stands in the number, such as QĐ
 * @param level       who issues it; null = the level that handles the case
 * @param signerRole  role of the signer; null = nobody signs
 * @param word        also offered as an editable Word file
 * @param when        FEEL; where it does not hold a proposal draws up no such document
 * @param confidence  of the layout
 */
public record DocumentKind(
    @Needed String template,
    @Needed Label name,
    String formNumber,
    List<FormNumber> formNumbers,
    String kind,
    String symbol,
    Level level,
    String signerRole,
    boolean word,
    String when,
    String legalBasis,
    Confidence confidence,
    Label note) {

  public DocumentKind {
    formNumbers = Given.list(formNumbers);
    when = when == null ? "true" : when;
    if (formNumber != null && !formNumbers.isEmpty()) {
      throw new IllegalArgumentException("chỉ ghi một trong hai: formNumber hoặc formNumbers");
    }
  }

  /** Whether it only tells the applicant the reason of a refusal. */
  public boolean isRefusalLetter() {
    return "LETTER".equals(kind);
  }

  /** The number that the form bears when it is drawn up on that day; null = none. */
  public String formNumberOn(LocalDate day) {
    return formNumbers.stream().filter(row -> row.inForceOn(day)).map(FormNumber::number).findFirst()
        .orElse(formNumber);
  }
}
