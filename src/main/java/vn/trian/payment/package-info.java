/** Money that is due for what was granted. */
@ApplicationModule(allowedDependencies = {"shared", "organization", "procedure", "security", "casefile", "benefit"})
package vn.trian.payment;

import org.springframework.modulith.ApplicationModule;
