package vn.trian.shared;

/** Level of government that a step of a procedure, an office or a role belongs to. */
public enum Level {
  COMMUNE,
  DIVISION,
  DEPARTMENT
}
