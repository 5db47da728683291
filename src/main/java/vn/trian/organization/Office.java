package vn.trian.organization;

import java.time.LocalDate;
import vn.trian.shared.Confidence;
import vn.trian.shared.Level;

/**
 * An office as it is during one period.
 *
 * @param id                 stays the same over renaming, such as {@code dongkinh}, {@code tpls}, {@code so}
 * @param name               full Vietnamese name
 * @param shortName          fits a list column
 * @param level              level of government; rooms have that of their department
 * @param parentId           office above; null at the top
 * @param abbreviation       last part of document symbols, such as SLĐTBXH; null for rooms
 * @param superiorName       upper line of a document's head, which prints it in capitals; null for a people's committee
 * @param place              place in the date line of documents
 * @param identificationCode first part of case codes; null for rooms
 * @param validFrom          first day, inclusive
 * @param validTo            last day, inclusive; null while in force
 * @param successorId        office that keeps the files after {@code validTo}; null when none is known
 */
public record Office(String id, String name, String shortName, Level level, OfficeKind kind, String parentId,
    String abbreviation, String superiorName, String place, String identificationCode, LocalDate validFrom,
    LocalDate validTo, String successorId, Confidence confidence) {

  public Office {
    if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("an office id is made of a-z, 0-9 and dashes, not " + id);
    }
    if (name == null || shortName == null || level == null || kind == null || place == null
        || validFrom == null || confidence == null) {
      throw new IllegalArgumentException("office " + id + " is incomplete");
    }
    if (validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException("office " + id + " ends before it begins");
    }
  }

  /** Whether the office is like this on that day; both ends belong to the period. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
