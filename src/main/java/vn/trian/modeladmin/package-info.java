/**
 * What administrators do to procedures: bring a release, see what it changes, have a second person agree, put it to
 * work, go back. Reads; every change goes through {@code ReleaseDesk} of the workflow.
 */
@ApplicationModule(allowedDependencies = {"shared", "organization", "procedure", "security", "casefile", "document",
    "workflow", "workflow::release", "workflow::modelgate", "workflow::rehearsal", "workflow::migration"})
package vn.trian.modeladmin;

import org.springframework.modulith.ApplicationModule;
