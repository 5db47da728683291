/**
 * The case: intake, papers, state, steps, statements, hand-overs, holds, notes, the chained log, keys of actions done
 * once.
 */
@ApplicationModule(allowedDependencies = {
    "shared", "organization", "registry", "deadline", "document", "procedure", "security"})
package vn.trian.casefile;

import org.springframework.modulith.ApplicationModule;
