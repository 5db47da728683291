package vn.trian.workflow;

/**
 * Open tasks that somebody has taken at an office, those left out in which others have the next move.
 *
 * @param officer login
 * @param open    all of them
 * @param soon    those due soon, not late yet
 * @param late    those whose limit is over
 */
public record Load(String officer, long open, long soon, long late) {}
