package vn.trian.procedure;

/**
 * Where the application data hold a person: paths such as {@code applicant.fullName}; null where the
 * procedure does not ask.
 *
 * @param residence path of a group with province, commune and detail
 */
public record PersonPaths(
    @Needed String fullName,
    String dateOfBirth,
    String gender,
    String idType,
    String idNumber,
    String idIssueDate,
    String idIssuePlace,
    String homeTown,
    String phone,
    String email,
    String residence,
    String recordId) {}
