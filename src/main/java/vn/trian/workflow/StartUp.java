package vn.trian.workflow;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.trian.startup.StartStep;
import vn.trian.workflow.identity.FirstAdministrator;
import vn.trian.workflow.identity.IdentityBridge;
import vn.trian.workflow.release.ReleaseDeployer;

/** Puts procedures, users and filters in place before the first request is answered. */
@Component
@Order(100)
class StartUp implements StartStep {

  private final ReleaseDeployer releases;
  private final FirstAdministrator administrator;
  private final IdentityBridge identities;

  StartUp(ReleaseDeployer releases, FirstAdministrator administrator, IdentityBridge identities) {
    this.releases = releases;
    this.administrator = administrator;
    this.identities = identities;
  }

  @Override
  public void run() {
    releases.fill();
    administrator.appoint();
    identities.synchronize();
  }
}
