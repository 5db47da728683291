package vn.trian.registry;

/**
 * A relative of a martyr or of a dead person, as recorded.
 *
 * @param martyrId         null when the relative is of a dead person
 * @param deceasedPersonId null when the relative is of a martyr
 * @param sourceCase       case in which it was declared, null = from the original file
 */
public record Kinship(
    String id, String martyrId, String deceasedPersonId, Relative relative, String sourceCase) {

  public boolean isAlive() {
    return relative.deathYear() == null;
  }
}
