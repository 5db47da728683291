package vn.trian.shared;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A small table held in memory. Changes made on this node show at once, changes made on another node
 * after at most {@link #MAX_AGE}.
 */
public final class Snapshot<T> {

  /** Oldest copy that is still given out. */
  public static final Duration MAX_AGE = Duration.ofSeconds(30);

  private record Held<T>(T value, long loadedAt) {}

  private final Supplier<T> load;
  private volatile Held<T> held;

  public Snapshot(Supplier<T> load) {
    this.load = load;
  }

  /** The copy, loaded anew when there is none or it is too old. */
  public T get() {
    Held<T> current = held;
    // nanoTime, not the clock: the age of a copy has nothing to do with the date that rules are applied on
    if (current == null || System.nanoTime() - current.loadedAt() > MAX_AGE.toNanos()) {
      current = new Held<>(load.get(), System.nanoTime());
      held = current;
    }
    return current.value();
  }

  /** Forgets the copy, now and once more when the running transaction ends, committed or not. */
  public void forget() {
    held = null;
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCompletion(int status) {
          held = null;
        }
      });
    }
  }
}
