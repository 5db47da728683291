@ApplicationModule(allowedDependencies = {"shared", "organization", "registry", "deadline", "document", "procedure", "security", "casefile"})
package vn.trian.benefit;

import org.springframework.modulith.ApplicationModule;
