package vn.trian.supervision;

/** Why a case does not get on. */
public enum IncidentKind {
  /** Work that the engine does by itself failed as often as it may. */
  FAILED_JOB,
  /** It is the turn of an office, and nothing was said, handed on or entered in the ledger for some days. */
  NO_MOVEMENT,
  /** Another body has the next move and has gone beyond its limit or, having none, been silent for long. */
  BODY_SILENT,
  /** The applicant was asked for papers long ago. */
  APPLICANT_SILENT
}
