package vn.trian.workflow.migration;

import java.util.List;

/**
 * Which of the open cases of a release move; nothing chosen is all of them.
 *
 * @param office only cases held by this office or one below it, null for any
 * @param place  only cases that stand in this activity of the diagrams or below it, null for any
 * @param codes  only these cases, empty for any
 */
public record Selection(String office, String place, List<String> codes) {

  /** All open cases of the release. */
  public static final Selection ALL = new Selection(null, null, List.of());

  /** Most codes that one plan takes. */
  public static final int MOST_CODES = 5_000;

  public Selection {
    office = office == null || office.isBlank() ? null : office;
    place = place == null || place.isBlank() ? null : place;
    codes = codes == null ? List.of() : List.copyOf(codes);
  }
}
