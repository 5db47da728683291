@ApplicationModule(allowedDependencies = {"shared", "organization"})
package vn.trian.registry;

import org.springframework.modulith.ApplicationModule;
