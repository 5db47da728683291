package vn.trian.benefit;

import java.util.Locale;
import vn.trian.document.Signer;
import vn.trian.organization.Role;
import vn.trian.security.Actor;

/** What stands around a signature: always the own office of whoever signs, also when they stand in for another. */
public final class Titles {

  private Titles() {}

  /** The signature of somebody who acts for their office. */
  public static Signer signature(Actor signer) {
    return new Signer(signer.login(), signer.name(), of(signer), prefixOf(signer));
  }

  /** Title under a signature. */
  static String of(Actor signer) {
    return signer.title() == null || signer.title().isBlank()
        ? signer.ownRoles().stream().findFirst().map(role -> role.label().vi()).orElse("")
        : signer.title();
  }

  /** What stands above the title: a deputy signs for the head, a chair for the committee; null for the others. */
  static String prefixOf(Actor signer) {
    if (signer.ownRoles().contains(Role.COMMUNE_VICE_CHAIR)) {
      return "KT. CHỦ TỊCH";
    }
    if (signer.ownRoles().contains(Role.DIVISION_DEPUTY)) {
      return "KT. TRƯỞNG PHÒNG";
    }
    if (signer.ownRoles().contains(Role.DEPT_DEPUTY_DIRECTOR)) {
      return "KT. GIÁM ĐỐC";
    }
    return signer.ownRoles().contains(Role.COMMUNE_CHAIR) ? "TM. ỦY BAN NHÂN DÂN" : null;
  }

  /** Title of the head who is to sign, as it stands before anybody has. */
  public static String ofRole(String role) {
    return switch (Role.valueOf(role)) {
      case COMMUNE_CHAIR -> "CHỦ TỊCH";
      case DIVISION_HEAD -> "TRƯỞNG PHÒNG";
      case DEPT_DIRECTOR -> "GIÁM ĐỐC";
      default -> Role.valueOf(role).label().vi().toUpperCase(Locale.ROOT);
    };
  }
}
