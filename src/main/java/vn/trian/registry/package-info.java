@ApplicationModule(allowedDependencies = {"shared", "startup", "organization"})
package vn.trian.registry;

import org.springframework.modulith.ApplicationModule;
