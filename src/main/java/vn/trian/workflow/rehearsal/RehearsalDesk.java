package vn.trian.workflow.rehearsal;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.release.ReleaseDesk;

/**
 * The one way in for rehearsals. Each node holds one at a time, those asked of it one after the other; a sign of life
 * tells them from those whose node is gone.
 */
@Service
public class RehearsalDesk implements DisposableBean {

  /** Most finished cases that are played once more. */
  public static final int MOST_CASES = 200;

  private final Rehearsals rehearsals;
  private final Rehearsing rehearsing;
  private final ReleaseStore releases;
  private final Queue<String> ours = new ConcurrentLinkedQueue<>();
  private final ExecutorService stage = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "rehearsal");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    // that of the request that first asks belongs to the web server
    thread.setContextClassLoader(RehearsalDesk.class.getClassLoader());
    return thread;
  });

  RehearsalDesk(Rehearsals rehearsals, Rehearsing rehearsing, ReleaseStore releases) {
    this.rehearsals = rehearsals;
    this.rehearsing = rehearsing;
    this.releases = releases;
  }

  /**
   * Begins a rehearsal of a release that waits, as soon as this node has none.
   *
   * @param cases how many finished cases are played once more, 0 to {@value #MOST_CASES}
   * @throws DomainException FORBIDDEN {@code release-not-yours}; NOT_FOUND {@code release-unknown}; CONFLICT
   *     {@code rehearsal-not-waiting} for a release that is at work or was put aside, {@code rehearsal-open} while one
   *     of it is not over; INVALID {@code rehearsal-cases}
   */
  public Rehearsal begin(String releaseId, int cases, Actor actor) {
    var by = ReleaseDesk.require(actor);
    ReleaseInfo release = releases.info(releaseId);
    if (!release.state().isOpen()) {
      throw new DomainException(Kind.CONFLICT, "rehearsal-not-waiting", release.version());
    }
    if (cases < 0 || cases > MOST_CASES) {
      throw new DomainException(Kind.INVALID, "rehearsal-cases", MOST_CASES);
    }
    Rehearsal queued = rehearsals.request(releaseId, cases, by);
    ours.add(queued.id());
    stage.execute(() -> hold(queued.id()));
    return queued;
  }

  /**
   * Asks for the end of a rehearsal, on whatever node it is held.
   *
   * @throws DomainException FORBIDDEN {@code release-not-yours}; NOT_FOUND {@code rehearsal-unknown}; CONFLICT
   *     {@code rehearsal-over}
   */
  public Rehearsal stop(String id, Actor actor) {
    rehearsals.stop(id, ReleaseDesk.require(actor));
    return rehearsals.get(id);
  }

  private void hold(String id) {
    try {
      rehearsing.hold(id);
    } finally {
      ours.remove(id);
    }
  }

  /** Waits until all that was asked of this node so far is over. */
  public void await() {
    try {
      stage.submit(() -> { }).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says that this node is there, and of others that they are not. */
  @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
  public void beat() {
    rehearsals.beat(List.copyOf(ours));
    rehearsals.breakOff();
  }

  /** What is not over by now is over. */
  @Override
  public void destroy() {
    stage.shutdown();
    ours.forEach(id -> rehearsals.end(id, RehearsalState.BROKEN_OFF, List.of()));
  }
}
