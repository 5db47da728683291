package vn.trian.procedure;

/**
 * Where the application data hold the one whom the case is about, when that is not the owner.
 *
 * @param recordId path of the registry id that the look-up fills; the value may be absent
 */
public record SubjectPaths(
    @Needed Kind kind,
    String recordId,
    @Needed String fullName,
    String dateOfBirth,
    String gender,
    String idType,
    String idNumber,
    String homeTown,
    String residence,
    String dateOfDeath,
    String dateOfSacrifice,
    String certificateNumber,
    String certificateDecisionNumber,
    String certificateDecisionDate,
    String category,
    String fileNumber) {

  /** Which register the subject is looked up in. */
  public enum Kind {
    MARTYR,
    PERSON
  }
}
