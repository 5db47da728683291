package vn.trian.modeladmin.edit;

/** Parts of a procedure that are edited on pages of their own, in their order. */
public enum Section {
  LIMITS,
  PAPERS,
  REASONS,
  TEXTS
}
