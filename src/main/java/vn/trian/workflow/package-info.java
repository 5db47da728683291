@ApplicationModule(allowedDependencies = {"shared", "startup", "organization", "registry", "deadline", "document", "procedure", "security", "casefile", "benefit", "payment"})
package vn.trian.workflow;

import org.springframework.modulith.ApplicationModule;
