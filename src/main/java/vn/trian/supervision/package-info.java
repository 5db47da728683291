/**
 * What supervisors see: how the open cases of their office and those below stand, and how a period went. Reads with SQL
 * of its own over the tables of the modules below, see docs/adr/0009; what supervisors do goes through the desk of the
 * workflow.
 */
@ApplicationModule(allowedDependencies = {"shared", "organization", "deadline", "document", "procedure", "security",
    "casefile", "workflow"})
package vn.trian.supervision;

import org.springframework.modulith.ApplicationModule;
