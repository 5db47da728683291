@ApplicationModule(allowedDependencies = {"shared"})
package vn.trian.document;

import org.springframework.modulith.ApplicationModule;
