@ApplicationModule(allowedDependencies = {"shared"})
package vn.trian.procedure;

import org.springframework.modulith.ApplicationModule;
