package vn.trian.registry;

/**
 * A relative as declared.
 *
 * @param personId     record of the relative, null when not registered
 * @param deathYear    null = alive as far as known
 * @param relationship code such as FATHER, MOTHER, WIFE, HUSBAND, CHILD, FOSTER_PARENT, to the martyr or the dead
 */
public record Relative(
    String personId, String fullName, Integer birthYear, Integer deathYear, String relationship, String residence) {

  public Relative {
    if (fullName == null || fullName.isBlank() || relationship == null || relationship.isBlank()) {
      throw new IllegalArgumentException("a relative needs a name and a relationship");
    }
  }
}
