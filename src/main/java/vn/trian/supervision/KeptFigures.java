package vn.trian.supervision;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.security.Actor;

/**
 * Keeps figures that take long to count, on each node. What took a moment is counted anew for everybody. What took
 * longer is kept for a multiple of that time; then it is counted again beside whoever asks, who is given what there
 * is. So however many look, counting takes a fixed share of the time at most, and only whoever is first waits for it.
 */
@Component
class KeptFigures {

  private static final Logger LOG = LoggerFactory.getLogger(KeptFigures.class);

  /** Figures that take less are those of most offices; they are always of this moment. */
  private static final Duration MOMENT = Duration.ofMillis(25);
  /** Older figures are given to nobody. */
  private static final Duration OLDEST = Duration.ofMinutes(10);
  /** Rows of all figures that are kept. */
  private static final int ROOM = 100_000;
  private static final int COUNTING_AT_ONCE = 2;

  private final Selections selections;
  private final SupervisionSettings settings;
  private final TransactionTemplate reading;
  private final Clock clock;
  private final LongSupplier nanos;
  private final ExecutorService counting;
  private final AsyncCache<Key, Kept<?>> kept = Caffeine.newBuilder().expireAfterWrite(OLDEST).maximumWeight(ROOM)
      .<Key, Kept<?>>weigher((key, figures) -> figures.rows).buildAsync();

  @Autowired
  KeptFigures(Selections selections, SupervisionSettings settings, PlatformTransactionManager transactions,
      Clock clock) {
    this(selections, settings, transactions, clock, System::nanoTime,
        Executors.newFixedThreadPool(COUNTING_AT_ONCE, new CustomizableThreadFactory("figures-")));
  }

  /** @param nanos tells how long counting takes, as {@link System#nanoTime} */
  KeptFigures(Selections selections, SupervisionSettings settings, PlatformTransactionManager transactions,
      Clock clock, LongSupplier nanos, ExecutorService counting) {
    this.selections = selections;
    this.settings = settings;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.clock = clock;
    this.nanos = nanos;
    this.counting = counting;
  }

  /** Whoever asks is known by their office: all who may ask see the same from there. */
  private record Key(String what, CaseFilter filter, String office, LocalDate today) {}

  /** Figures with how long it took to count them, and until when on the clock of the machine they are good. */
  private record Kept<T>(T figures, Instant at, Duration took, long until, int rows, AtomicBoolean recounting) {

    AsOf<T> told() {
      return new AsOf<>(figures, at, recounting.get());
    }
  }

  /**
   * The figures of a filter.
   *
   * @param what  says which; with the filter and the office of the actor it must decide what is counted
   * @param rows  about how much memory figures take, in rows of a list
   * @param count run in a transaction that reads, by this thread or another one
   * @throws vn.trian.shared.DomainException as {@link Selections#of}
   */
  <T> AsOf<T> get(String what, CaseFilter filter, Actor actor, ToIntFunction<T> rows, Supplier<T> count) {
    selections.within(filter, actor);
    if (settings.keptTimes() == 0) {
      return counted(rows, count).told();
    }
    Key key = new Key(what, filter, actor.officeId(), LocalDate.now(clock));
    CompletableFuture<Kept<?>> mine = new CompletableFuture<>();
    CompletableFuture<Kept<?>> known = kept.asMap().putIfAbsent(key, mine);
    if (known == null) {
      return first(key, mine, rows, count).told();
    }
    Kept<T> figures = joined(known);
    if (nanos.getAsLong() - figures.until >= 0 && figures.recounting.compareAndSet(false, true)) {
      counting.execute(() -> recount(key, figures, rows, count));
    }
    return figures.told();
  }

  private <T> Kept<T> first(Key key, CompletableFuture<Kept<?>> mine, ToIntFunction<T> rows, Supplier<T> count) {
    try {
      Kept<T> figures = counted(rows, count);
      mine.complete(figures);
      if (figures.took.compareTo(MOMENT) < 0) {
        kept.asMap().remove(key, mine);
      }
      return figures;
    } catch (RuntimeException | Error e) {
      kept.asMap().remove(key, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private <T> void recount(Key key, Kept<T> old, ToIntFunction<T> rows, Supplier<T> count) {
    try {
      kept.put(key, CompletableFuture.completedFuture(counted(rows, count)));
    } catch (RuntimeException e) {
      LOG.warn("{} not counted again: {}", key.what(), e.getClass().getName());
    } finally {
      old.recounting.set(false);
    }
  }

  private <T> Kept<T> counted(ToIntFunction<T> rows, Supplier<T> count) {
    Instant at = clock.instant();
    long begun = nanos.getAsLong();
    T figures = reading.execute(status -> count.get());
    long ended = nanos.getAsLong();
    return new Kept<>(figures, at, Duration.ofNanos(ended - begun), ended + (ended - begun) * settings.keptTimes(),
        1 + rows.applyAsInt(figures), new AtomicBoolean());
  }

  /** What a key leads to was put there under the same word by the same caller. */
  @SuppressWarnings("unchecked")
  private static <T> Kept<T> joined(CompletableFuture<Kept<?>> known) {
    try {
      return (Kept<T>) known.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @PreDestroy
  void stop() {
    counting.shutdownNow();
  }
}
