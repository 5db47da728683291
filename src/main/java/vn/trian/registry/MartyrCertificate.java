package vn.trian.registry;

import java.time.LocalDate;

/**
 * A certificate that was issued anew and takes the place of the recorded one.
 *
 * @param decisionDate date of the decision, null when not told
 * @param fileSymbol   symbol of the original file, null = as recorded
 */
public record MartyrCertificate(String number, String decisionNumber, LocalDate decisionDate, String issuer,
    String fileSymbol) {

  public MartyrCertificate {
    if (number == null || number.isBlank()) {
      throw new IllegalArgumentException("a certificate has a number");
    }
  }
}
