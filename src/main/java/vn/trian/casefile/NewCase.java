package vn.trian.casefile;

import java.util.Map;
import vn.trian.shared.Level;

/**
 * A checked dossier about to become a case.
 *
 * @param commune         commune whose office tree decides the route
 * @param receivingOffice office whose desk takes the dossier in
 * @param level           level of that office
 * @param application     checked data of the start form
 */
public record NewCase(
    String procedureKey,
    String releaseId,
    String variant,
    Owner owner,
    String submitterName,
    Subject subject,
    String duplicateKey,
    String receivingOffice,
    String commune,
    Level level,
    Map<String, Object> application,
    String receivedBy) {

  /** Person who asks. */
  public record Owner(String fullName, String idNumber, String phone) {}

  /** Whom the case is about when that is somebody else than the owner. */
  public record Subject(String kind, String fullName) {}
}
