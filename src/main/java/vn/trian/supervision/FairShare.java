package vn.trian.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Suggests who should have which task: the earliest limit first, to whoever of those able and present has least to do.
 * Same tasks, same suggestion: among equals the first by login.
 */
public final class FairShare {

  private static final Comparator<Task> EARLIEST_LIMIT =
      Comparator.comparing(Task::dueOn, Comparator.nullsLast(Comparator.naturalOrder()));
  private static final int LATE = 3;
  private static final int SOON = 2;

  private final Map<String, Integer> load = new HashMap<>();
  private final LocalDate today;
  private final LocalDate soonUntil;

  /**
   * Spreads tasks over those who are there.
   *
   * @param present   logins of those at work today
   * @param soonUntil last day that counts as soon
   */
  FairShare(Collection<String> present, LocalDate today, LocalDate soonUntil) {
    present.forEach(login -> load.put(login, 0));
    this.today = today;
    this.soonUntil = soonUntil;
  }

  /**
   * An open task.
   *
   * @param holder login; null while nobody has it
   * @param able   logins of those who may do it
   */
  record Task(String id, LocalDate dueOn, String holder, Collection<String> able) {}

  /** Why a task should have another holder. */
  public enum Why { NOBODY_HAS_IT, HOLDER_IS_AWAY, EVENS_OUT }

  /** That a task should go to somebody. */
  public record Move(String task, String to, Why why) {}

  /** Counts what somebody has before anything moves, be it among the tasks of {@link #suggest} or not. */
  FairShare with(String officer, long open, long soon, long late) {
    add(officer, (int) (open + (SOON - 1) * soon + (LATE - 1) * late));
    return this;
  }

  /**
   * The moves to make; what has no move stays where it is, as does a task that nobody present may do.
   *
   * @param balance also move what somebody present has, where that evens the loads out; the most urgent stay put
   */
  List<Move> suggest(List<Task> tasks, boolean balance) {
    List<Move> moves = new ArrayList<>();
    for (Task task : tasks.stream().filter(each -> !isHeld(each)).sorted(EARLIEST_LIMIT).toList()) {
      leastLoaded(task).ifPresent(officer -> {
        add(officer, weight(task));
        moves.add(new Move(task.id(), officer, task.holder() == null ? Why.NOBODY_HAS_IT : Why.HOLDER_IS_AWAY));
      });
    }
    if (balance) {
      tasks.stream().filter(this::isHeld).sorted(EARLIEST_LIMIT.reversed())
          .forEach(task -> lighter(task).ifPresent(officer -> {
            add(task.holder(), -weight(task));
            add(officer, weight(task));
            moves.add(new Move(task.id(), officer, Why.EVENS_OUT));
          }));
    }
    return moves;
  }

  /** Whoever may not do it any more does not keep it. */
  private boolean isHeld(Task task) {
    return load.containsKey(task.holder()) && task.able().contains(task.holder());
  }

  private Optional<String> leastLoaded(Task task) {
    return task.able().stream().filter(load::containsKey)
        .min(Comparator.<String, Integer>comparing(load::get).thenComparing(Comparator.naturalOrder()));
  }

  /** Somebody who has less to do than the holder even after taking the task over. */
  private Optional<String> lighter(Task task) {
    return leastLoaded(task).filter(officer -> load.get(officer) + weight(task) < load.get(task.holder()));
  }

  private void add(String officer, int weight) {
    load.computeIfPresent(officer, (login, before) -> before + weight);
  }

  private int weight(Task task) {
    if (task.dueOn() == null || task.dueOn().isAfter(soonUntil)) {
      return 1;
    }
    return task.dueOn().isBefore(today) ? LATE : SOON;
  }
}
