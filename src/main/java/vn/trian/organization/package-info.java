/** Who sits where: offices as a dated tree, roles, officers. */
@ApplicationModule(allowedDependencies = {"shared"})
package vn.trian.organization;

import org.springframework.modulith.ApplicationModule;
