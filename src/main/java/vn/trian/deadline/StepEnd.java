package vn.trian.deadline;

import java.time.LocalDate;

/**
 * A step has ended.
 *
 * @param timeliness ON_TIME when the step has no limit
 * @param beganOn    day that its limit counted from; null when no step ran
 * @param endedOn    last day of it
 */
public record StepEnd(Timeliness timeliness, LocalDate beganOn, LocalDate endedOn) {}
