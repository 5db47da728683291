package vn.trian.registry;

import java.time.LocalDate;

/**
 * What an application says about a person. Everything but the name may be null.
 *
 * @param recordId         record that the officer chose in the look-up
 * @param dateOfBirth      {@code yyyy} or {@code yyyy-MM-dd}
 * @param monthlyAllowance null = not known
 */
public record PersonData(
    String recordId,
    String fullName,
    String dateOfBirth,
    String gender,
    String idType,
    String idNumber,
    LocalDate idIssueDate,
    String idIssuePlace,
    String homeTown,
    String residenceProvince,
    String residenceCommune,
    String residenceDetail,
    String officeId,
    String phone,
    String email,
    String category,
    Integer injuryPercent,
    String fileNumber,
    Boolean monthlyAllowance) {

  public PersonData {
    if (fullName == null || fullName.isBlank()) {
      throw new IllegalArgumentException("a person needs a name");
    }
    if (injuryPercent != null && (injuryPercent < 1 || injuryPercent > 100)) {
      throw new IllegalArgumentException("injury percent out of 1 to 100: " + injuryPercent);
    }
    dateOfBirth = Birth.checked(dateOfBirth);
    idNumber = idNumber == null || idNumber.isBlank() ? null : idNumber.replaceAll("[\\s.-]", "");
    recordId = recordId == null || recordId.isBlank() ? null : recordId;
  }

  /** Only a name and what identifies the person; the rest unknown. */
  public static PersonData of(String fullName, String dateOfBirth, String idNumber, String homeTown) {
    return new PersonData(null, fullName, dateOfBirth, null, null, idNumber, null, null, homeTown, null, null, null,
        null, null, null, null, null, null, null);
  }
}
