package vn.trian.workflow.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.startup.UnsafeStart;

/**
 * Keeps invented people and the password that everybody knows out of real work: without the profile "demo"
 * nothing is served while either is in the database. Runs before the server accepts its first connection.
 */
@Component
class DemoGuard implements SmartInitializingSingleton {

  /** Ends the name of every invented officer. */
  static final String INVENTED = "(mẫu)";
  private static final int NAMED = 5;

  private final Environment environment;
  private final Officers officers;
  private final IdentityService identity;

  DemoGuard(Environment environment, Officers officers, IdentityService identity) {
    this.environment = environment;
    this.officers = officers;
    this.identity = identity;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!environment.acceptsProfiles(Profiles.of("demo"))) {
      refuseWhatBelongsToTheDemo();
    }
  }

  /**
   * Refuses invented officers in office and users who still have the password of the demo.
   *
   * @throws UnsafeStart naming some of them
   */
  void refuseWhatBelongsToTheDemo() {
    List<String> invented = officers.all().stream().filter(officer -> officer.fullName().endsWith(INVENTED))
        .map(Officer::login).toList();
    if (!invented.isEmpty()) {
      throw new UnsafeStart("The database holds invented people of the demo (" + some(invented)
          + "), and the profile \"demo\" is not active.",
          "Start with an empty database (DB_URL), or with the profile \"demo\" if this is a demonstration.");
    }
    List<String> wellKnown = identity.createUserQuery().unlimitedList().stream()
        .map(UserEntity.class::cast).filter(DemoPassword::isThatOf).map(UserEntity::getId).toList();
    if (!wellKnown.isEmpty()) {
      throw new UnsafeStart("Users still have the password of the demo (" + some(wellKnown)
          + "), and the profile \"demo\" is not active.",
          "Start once with the profile \"demo\" away from the network and set other passwords under Admin, "
              + "or start with an empty database (DB_URL).");
    }
  }

  private static String some(List<String> logins) {
    return String.join(", ", logins.subList(0, Math.min(NAMED, logins.size())))
        + (logins.size() > NAMED ? ", … " + logins.size() : "");
  }
}
