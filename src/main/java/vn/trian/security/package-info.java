@ApplicationModule(allowedDependencies = {"shared", "organization"})
package vn.trian.security;

import org.springframework.modulith.ApplicationModule;
