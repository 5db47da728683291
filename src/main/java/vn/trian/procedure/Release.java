package vn.trian.procedure;

import java.util.NoSuchElementException;

/**
 * A procedure release at work: what running cases of it keep to.
 *
 * @param id           id of the release
 * @param version      counts up from 1 for each procedure
 * @param deploymentId deployment that holds its models
 * @param files        everything the release consists of, shared parts included
 */
public record Release(String id, int version, String deploymentId, Procedure procedure, ProcedureFiles files) {

  /** Template of a document, without partials; the file name without {@code .html}. */
  public String template(String name) {
    return files.text(name + ".html").orElseThrow(
        () -> new NoSuchElementException("procedure " + procedure.key() + " has no template " + name));
  }
}
