@ApplicationModule(allowedDependencies = {"shared"})
package vn.trian.organization;

import org.springframework.modulith.ApplicationModule;
