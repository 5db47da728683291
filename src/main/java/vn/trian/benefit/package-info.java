/** What a case comes to: rates and devices in force, eligibility, calculation, documents, entitlements. */
@ApplicationModule(allowedDependencies = {
    "shared", "organization", "registry", "deadline", "document", "procedure", "security", "casefile"})
package vn.trian.benefit;

import org.springframework.modulith.ApplicationModule;
