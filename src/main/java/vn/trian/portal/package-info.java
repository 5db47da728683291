@ApplicationModule(allowedDependencies = {"shared", "organization", "registry", "deadline", "document", "procedure", "security", "casefile", "benefit", "payment", "workflow"})
package vn.trian.portal;

import org.springframework.modulith.ApplicationModule;
