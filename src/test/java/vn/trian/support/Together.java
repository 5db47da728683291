package vn.trian.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many do something at the same moment. */
public final class Together {

  private Together() {}

  /**
   * Starts as many threads as wanted, all behind one barrier; anything that is thrown fails the test.
   *
   * @return what came of each, in the order of their numbers from 0
   */
  public static <T> List<T> act(int threads, IntFunction<T> action) {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int n = 0; n < threads; n++) {
        int thread = n;
        running.add(pool.submit(() -> {
          start.await();
          return action.apply(thread);
        }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (Exception e) {
      throw new AssertionError("neither answer nor refusal", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
