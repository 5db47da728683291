package vn.trian.workflow;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;

/**
 * Marks the threads on which one of our own use cases acts. Whatever else tries to assign or complete a
 * task, through whichever door of the engine, is refused: there is one way in. The engine notes who acted; whether
 * they may has been checked by then and is not its business.
 */
@Component
class GuardedActions {

  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
  private final ProcessEngineConfigurationImpl engine;
  private final IdentityService identity;
  private final Actors actors;

  GuardedActions(ProcessEngine engine, Actors actors) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.identity = engine.getIdentityService();
    this.actors = actors;
  }

  /** As {@link #within(Callable)}, in the capacity that the actor has; delegates and listeners learn of it. */
  <T> T within(Actor actor, Callable<T> action) {
    return actors.during(actor, () -> within(action));
  }

  <T> T within(Callable<T> action) {
    Authentication before = identity.getCurrentAuthentication();
    Actor actor = actors.acting();
    identity.setAuthentication(actor == Actor.SYSTEM ? null : new Authentication(actor.login(), null));
    depth.set(depth.get() + 1);
    try {
      return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(action));
    } finally {
      identity.setAuthentication(before);
      if (depth.get() == 1) {
        depth.remove();
      } else {
        depth.set(depth.get() - 1);
      }
    }
  }

  /**
   * Refuses when no use case is acting.
   *
   * @throws DomainException FORBIDDEN {@code use-the-form}
   */
  void require() {
    if (depth.get() == 0) {
      throw new DomainException(DomainException.Kind.FORBIDDEN, "use-the-form");
    }
  }
}
