package vn.trian.procedure;

import java.time.Instant;
import java.time.LocalDate;
import vn.trian.shared.Label;

/**
 * What is known of a release without reading its files.
 *
 * @param version     counts up from 1 for each procedure
 * @param baseId      release that it was made from, null for none
 * @param note        what it changes, in the words of who brought it; null for nothing said
 * @param approvedAt  null before a second person agreed, and of packaged releases
 * @param activateOn  day on which an approved release comes to work; null = at once
 * @param activatedAt when it last came to work; null if never
 * @param deployed    whether the engine has its models
 */
public record ReleaseInfo(String id, String procedureKey, Label name, int version, ReleaseState state,
    Procedures.Source source, String checksum, String baseId, String note, Instant createdAt, String createdBy,
    String createdName, Instant approvedAt, String approvedBy, String approvedName, LocalDate activateOn,
    Instant activatedAt, boolean deployed) {

  /**
   * Whether this draft does not know what has come to work since it was made. A folder that was brought as a whole was
   * made from no release; it is older than what came to work after it.
   */
  public boolean isOlderThan(ReleaseInfo atWork) {
    return baseId != null ? !baseId.equals(atWork.id)
        : atWork.activatedAt != null && atWork.activatedAt.isAfter(createdAt);
  }
}
