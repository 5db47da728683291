/** Who acts, with which roles, within what reach; log-in, sessions, and what every answer tells a browser. */
@ApplicationModule(allowedDependencies = {"shared", "organization"})
package vn.trian.security;

import org.springframework.modulith.ApplicationModule;
