package vn.trian.workflow.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.organization.Office;
import vn.trian.organization.Officers;
import vn.trian.organization.Offices;
import vn.trian.organization.Role;
import vn.trian.startup.UnsafeStart;

/**
 * Lets the first person into a new installation: one administrator, whose password comes from the settings or
 * is made up and told once, in the log of the first start.
 */
@Service
public class FirstAdministrator {

  static final String LOGIN = "admin";
  private static final int SHORTEST_PASSWORD = 12;
  private static final int RANDOM_BYTES = 15;
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final IdentityService identity;
  private final Officers officers;
  private final Offices offices;
  private final Clock clock;
  private final String givenPassword;

  FirstAdministrator(IdentityService identity, Officers officers, Offices offices, Clock clock,
      @Value("${trian.first-admin.password:}") String givenPassword) {
    this.identity = identity;
    this.officers = officers;
    this.offices = offices;
    this.clock = clock;
    this.givenPassword = givenPassword;
  }

  /**
   * Makes the administrator where there are neither officers nor users, and does nothing otherwise.
   *
   * @throws UnsafeStart when the settings give a password that is too short
   */
  @Transactional
  public void appoint() {
    if (!officers.all().isEmpty() || identity.createUserQuery().count() > 0) {
      return;
    }
    boolean given = !givenPassword.isBlank();
    if (given && givenPassword.length() < SHORTEST_PASSWORD) {
      throw new UnsafeStart("The password set for the first administrator is shorter than " + SHORTEST_PASSWORD
          + " characters.", "Set TRIAN_FIRST_ADMIN_PASSWORD to a longer one, or leave it out to have one made up.");
    }
    String password = given ? givenPassword : madeUp();
    User user = identity.newUser(LOGIN);
    user.setFirstName("Quản trị");
    user.setLastName("hệ thống");
    user.setPassword(password);
    identity.saveUser(user);
    officers.appoint(LOGIN, "Quản trị hệ thống", topOffice().id(), Role.ADMIN, "Quản trị hệ thống");
    if (given) {
      LOG.info("made the first administrator \"{}\" with the password of the settings; change it after the first login",
          LOGIN);
    } else {
      LOG.warn("made the first administrator \"{}\" with the password {}\n"
          + "It is shown this once only. Log in, change it under Admin, and clear this log.", LOGIN, password);
    }
  }

  private Office topOffice() {
    return offices.all(LocalDate.now(clock)).stream().filter(office -> office.parentId() == null).findFirst()
        .orElseThrow(() -> new UnsafeStart("No office is in force today, so nobody can be made administrator.",
            "Check trian.organization.data."));
  }

  private static String madeUp() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    // the engine's policy wants a character of each kind, which chance does not promise
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "-Aa1";
  }
}
