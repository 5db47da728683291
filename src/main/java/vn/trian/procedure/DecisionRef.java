package vn.trian.procedure;

/**
 * A decision table of the release.
 *
 * @param decision id of the DMN decision
 * @param forEach  FEEL list; the decision is evaluated once per element, known as {@code item}; null = once
 */
public record DecisionRef(@Needed String decision, String forEach) {}
