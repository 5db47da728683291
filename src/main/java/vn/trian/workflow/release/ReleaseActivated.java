package vn.trian.workflow.release;

/**
 * Another release of a procedure begins to work; told in the transaction that makes it so.
 *
 * @param releaseId of the release that works from now on
 */
public record ReleaseActivated(String releaseId) {}
