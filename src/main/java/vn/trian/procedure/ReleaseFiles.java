package vn.trian.procedure;

/** Where the files of a release are kept; implemented by the module that deploys them. */
@FunctionalInterface
public interface ReleaseFiles {

  /** All files of a release, the common ones included. */
  ProcedureFiles filesOf(ProcedureRelease release);
}
