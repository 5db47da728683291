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

  private static volatile int generation;

  private record Held<T>(T value, long loadedAt, int of) {}

  private final Supplier<T> load;
  private volatile Held<T> held;
  private volatile long changes;

  public Snapshot(Supplier<T> load) {
    this.load = load;
  }

  /** The copy, loaded anew when there is none or it is too old. */
  public T get() {
    Held<T> current = held;
    // nanoTime, not the clock: the age of a copy has nothing to do with the date that rules are applied on
    if (current == null || System.nanoTime() - current.loadedAt() > MAX_AGE.toNanos()
        || current.of() != generation) {
      long before = changes;
      int now = generation;
      current = new Held<>(load.get(), System.nanoTime(), now);
      keep(current, before);
    }
    return current.value();
  }

  /** What was read while a change went on may be older than the change: it is given out once and not kept. */
  private synchronized void keep(Held<T> loaded, long before) {
    if (changes == before) {
      held = loaded;
    }
  }

  private synchronized void drop() {
    changes++;
    held = null;
  }

  /** Forgets every copy in this process: whole tables were laid under those who read them. */
  public static synchronized void forgetAll() {
    generation++;
  }

  /** Forgets the copy, now and once more when the running transaction ends, committed or not. */
  public void forget() {
    drop();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCompletion(int status) {
          drop();
        }
      });
    }
  }
}
