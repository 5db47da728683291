@ApplicationModule(allowedDependencies = {"shared"})
package vn.trian.deadline;

import org.springframework.modulith.ApplicationModule;
