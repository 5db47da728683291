/** How the application comes up: on a sound database, one node at a time, whole before the first request. */
@ApplicationModule(displayName = "Start", allowedDependencies = {})
package vn.trian.startup;

import org.springframework.modulith.ApplicationModule;
