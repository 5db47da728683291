/** What the folder of a procedure says: reading and checking it, its forms, papers, limits, documents; its releases. */
@ApplicationModule(allowedDependencies = {"shared"})
package vn.trian.procedure;

import org.springframework.modulith.ApplicationModule;
