/** What people see: pages, the frame of the forms in Tasklist, the API, refusals as sentences. */
@ApplicationModule(allowedDependencies = {
    "shared", "organization", "registry", "deadline", "document", "procedure", "security", "casefile", "benefit",
    "payment", "workflow", "supervision", "report"})
package vn.trian.portal;

import org.springframework.modulith.ApplicationModule;
