/** The register: meritorious people, martyrs, relatives, where the original files are, who worships whom. */
@ApplicationModule(allowedDependencies = {"shared", "startup", "organization"})
package vn.trian.registry;

import org.springframework.modulith.ApplicationModule;
