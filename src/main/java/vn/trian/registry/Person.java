package vn.trian.registry;

import java.time.LocalDate;

/**
 * A person known to the offices.
 *
 * @param dateOfBirth     {@code yyyy} or {@code yyyy-MM-dd}, may be null
 * @param officeId        commune that manages the person, may be null
 * @param category        group of Pháp lệnh 02/2020, Điều 3, such as WAR_INVALID; null for everybody else
 * @param injuryPercent   1 to 100, null when not assessed
 * @param monthlyAllowance draws a monthly allowance of the preferential regime
 */
public record Person(
    String id,
    String fullName,
    String dateOfBirth,
    Integer birthYear,
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
    LocalDate dateOfDeath,
    String category,
    Integer injuryPercent,
    String fileNumber,
    boolean monthlyAllowance) {

  public boolean isAlive() {
    return dateOfDeath == null;
  }
}
