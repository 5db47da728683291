package vn.trian.workflow;

import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import vn.trian.shared.DomainException;

/**
 * Marks the threads on which one of our own use cases acts. Whatever else tries to assign or complete a
 * task, through whichever door of the engine, is refused: there is one way in.
 */
@Component
class GuardedActions {

  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

  <T> T within(Callable<T> action) {
    depth.set(depth.get() + 1);
    try {
      return action.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
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
