package vn.trian.deadline;

/**
 * A step of the route of a case.
 *
 * @param step  id of the step in its procedure
 * @param name  Vietnamese name that the ledger shows
 * @param limit null when the law sets none
 */
public record PlannedStep(String step, String name, Limit limit) {

  public PlannedStep {
    if (step == null || step.isBlank() || name == null || name.isBlank()) {
      throw new IllegalArgumentException("a planned step needs its id and its name");
    }
  }
}
