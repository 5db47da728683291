@ApplicationModule(allowedDependencies = {"shared", "organization", "registry", "deadline", "document", "procedure", "security"})
package vn.trian.casefile;

import org.springframework.modulith.ApplicationModule;
