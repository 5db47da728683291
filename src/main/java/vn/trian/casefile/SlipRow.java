package vn.trian.casefile;

/**
 * A row of the control slip.
 *
 * @param sentBack what was said by whom sent the file back to the level below; null where it went on
 */
public record SlipRow(HandOver handOver, Statement sentBack) {}
