package vn.trian.procedure;

import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * A paper that the applicant brings.
 *
 * @param required FEEL; null = required. False = optional
 * @param shown    FEEL; null = shown. False = not asked for in this case
 * @param quantity number of copies, at least 1
 */
public record PaperKind(
    @Needed String id,
    @Needed Label name,
    String formNumber,
    @Needed CopyKind copyKind,
    String required,
    String shown,
    Integer quantity,
    String legalBasis,
    Confidence confidence,
    Label note) {

  public PaperKind {
    quantity = quantity == null ? 1 : quantity;
    if (quantity < 1) {
      throw new IllegalArgumentException("quantity phải từ 1 trở lên");
    }
    required = required == null || required.isBlank() ? "true" : required;
    shown = shown == null || shown.isBlank() ? "true" : shown;
  }

  /** In which form a paper is accepted. */
  public enum CopyKind {
    ORIGINAL,
    CERTIFIED_COPY,
    COPY,
    /** Shown at the desk, compared and handed back. */
    TO_COMPARE
  }
}
