package vn.trian.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.organization.Role;
import vn.trian.shared.DomainException;
import vn.trian.shared.Level;

/** Which office is competent for a case at which level, by the tree in force on the day of receipt. */
@Service
public class CaseOffices {

  private final Offices offices;

  CaseOffices(Offices offices) {
    this.offices = offices;
  }

  /**
   * The office of a level on the case's way. Where the tree has no division, the commune does what the
   * division would do (two tiers from 2025-07-01); where a division took the file in, it does what else the
   * commune's desk would do.
   *
   * @throws DomainException INVALID {@code office-missing} when the tree has no office of that level
   */
  public Office officeFor(CaseFile file, Level level) {
    return officeFor(file.commune(), file.receivingOffice(), file.receivedOn(), level)
        .orElseThrow(() -> new DomainException(DomainException.Kind.INVALID, "office-missing", file.code(), level));
  }

  /**
   * As {@link #officeFor(CaseFile, Level)}, for what is known of a case that was not read as a whole.
   *
   * @param receivedOn decides on the tree
   */
  public Optional<Office> officeFor(String commune, String receivingOffice, LocalDate receivedOn, Level level) {
    return offices.ancestor(commune, level, receivedOn)
        .or(() -> switch (level) {
          case DIVISION -> offices.ancestor(commune, Level.COMMUNE, receivedOn);
          case COMMUNE -> offices.find(receivingOffice, receivedOn);
          case DEPARTMENT -> Optional.empty();
        });
  }

  /** The office whose desk took the dossier in. */
  public Office receiving(CaseFile file) {
    return offices.get(file.receivingOffice(), file.receivedOn());
  }

  /** Whether a division stands between commune and department for this case. */
  public boolean hasDivision(CaseFile file) {
    return find(file, Level.DIVISION).isPresent();
  }

  /** The role that does a role's work for this case: a division's work falls to the commune where there is none. */
  public Role roleFor(CaseFile file, Role role) {
    boolean desk = role == Role.ONE_STOP_OFFICER || role == Role.DIVISION_ONE_STOP_OFFICER;
    if (desk) {
      return file.receivingOffice().equals(divisionId(file)) ? Role.DIVISION_ONE_STOP_OFFICER : Role.ONE_STOP_OFFICER;
    }
    if (role.level() != Level.DIVISION || hasDivision(file)) {
      return role;
    }
    return switch (role) {
      case DIVISION_OFFICER, DIVISION_ACCOUNTANT -> Role.COMMUNE_SOCIAL_OFFICER;
      case DIVISION_HEAD, DIVISION_DEPUTY -> Role.COMMUNE_CHAIR;
      case DIVISION_CLERK -> Role.COMMUNE_CLERK;
      default -> role;
    };
  }

  private String divisionId(CaseFile file) {
    return find(file, Level.DIVISION).map(Office::id).orElse("");
  }

  private Optional<Office> find(CaseFile file, Level level) {
    return offices.ancestor(file.commune(), level, file.receivedOn());
  }
}
