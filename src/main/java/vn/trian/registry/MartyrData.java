package vn.trian.registry;

import java.time.LocalDate;

/**
 * What an application says about a martyr. Everything but the name may be null; fields as in {@link Martyr}.
 *
 * @param recordId record that the officer chose in the look-up
 */
public record MartyrData(
    String recordId,
    String fullName,
    String gender,
    String dateOfBirth,
    String homeTown,
    String certificateNumber,
    String certificateDecisionNumber,
    LocalDate certificateDecisionDate,
    String certificateIssuer,
    String dateOfSacrifice,
    String rankOrPosition,
    String unit,
    String fileSymbol,
    String fileHeldBy,
    String managingOfficeId) {

  public MartyrData {
    if (fullName == null || fullName.isBlank()) {
      throw new IllegalArgumentException("a martyr needs a name");
    }
    dateOfBirth = Birth.checked(dateOfBirth);
    dateOfSacrifice = Birth.checked(dateOfSacrifice);
    recordId = recordId == null || recordId.isBlank() ? null : recordId;
  }

  /** What Mẫu 18 says about the martyr; the rest unknown. */
  public static MartyrData of(
      String recordId, String fullName, String homeTown, String certificateNumber, String decisionNumber,
      LocalDate decisionDate) {
    return new MartyrData(recordId, fullName, null, null, homeTown, certificateNumber, decisionNumber, decisionDate,
        null, null, null, null, null, null, null);
  }
}
