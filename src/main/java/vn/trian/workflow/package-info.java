/** The one way in for actions, and everything that knows the engine: set-up, fence, gates, delegates, work list. */
@ApplicationModule(allowedDependencies = {
    "shared", "startup", "organization", "registry", "deadline", "document", "procedure", "security", "casefile",
    "benefit", "payment"})
package vn.trian.workflow;

import org.springframework.modulith.ApplicationModule;
