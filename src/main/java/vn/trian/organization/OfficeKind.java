package vn.trian.organization;

/** What kind of body an office is. */
public enum OfficeKind {
  /** UBND xã, phường, thị trấn. */
  COMMUNE,
  /** Phòng of the district level, until 2025-06-30. */
  DIVISION,
  /** Sở. */
  DEPARTMENT,
  /** Phòng inside a Sở; never receives files of its own. */
  ROOM
}
