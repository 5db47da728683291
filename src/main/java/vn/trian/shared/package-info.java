/** Words that every module uses: money, codes, sources of law, refusals. Depends on nothing. */
@ApplicationModule(displayName = "Shared words", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package vn.trian.shared;

import org.springframework.modulith.ApplicationModule;
