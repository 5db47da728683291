package vn.trian.casefile;

/**
 * Who said what in which step, without the words.
 *
 * @param phase {@code prepare}, {@code check} or {@code sign}
 * @param actor login
 */
public record Hand(String caseCode, String step, String phase, String outcome, String actor) {}
