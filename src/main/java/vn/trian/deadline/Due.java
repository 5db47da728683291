package vn.trian.deadline;

import java.time.LocalDate;

/**
 * What a case owes now.
 *
 * @param stepDueOn last day on time of the running step, inclusive; null when no step runs or the law sets none
 * @param caseDueOn day promised to the citizen; null when no step of the route has a limit
 * @param paused    the clock stands still; the dates are those of before the pause
 */
public record Due(LocalDate stepDueOn, LocalDate caseDueOn, boolean paused) {}
