@ApplicationModule(allowedDependencies = {"shared", "organization", "security", "casefile", "benefit"})
package vn.trian.payment;

import org.springframework.modulith.ApplicationModule;
