/** Puts procedure releases to work in the engine. */
@NamedInterface("release")
package vn.trian.workflow.release;

import org.springframework.modulith.NamedInterface;
