package vn.trian.support;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.welcome.Welcome;

/**
 * What the engine's web applications run on stands in static fields. A node that ends empties them, and then those of
 * every other node in this JVM answer with a fault; tests that end one put back what was there.
 */
public final class WebApps {

  private WebApps() {}

  /** Ends nodes; the web applications of those that stay go on. */
  public static void stayWhile(Runnable nodesEnd) {
    var cockpit = Cockpit.getRuntimeDelegate();
    var admin = Admin.getRuntimeDelegate();
    var tasklist = Tasklist.getRuntimeDelegate();
    var welcome = Welcome.getRuntimeDelegate();
    nodesEnd.run();
    Cockpit.setCockpitRuntimeDelegate(cockpit);
    Admin.setAdminRuntimeDelegate(admin);
    Tasklist.setTasklistRuntimeDelegate(tasklist);
    Welcome.setRuntimeDelegate(welcome);
  }
}
