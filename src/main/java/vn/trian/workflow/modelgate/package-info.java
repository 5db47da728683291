/**
 * The gate that every release passes before the engine sees any of it: what a model may say is listed, everything
 * else is refused, with all faults named at once. The engine takes no deployment that did not come through here.
 */
@NamedInterface("modelgate")
package vn.trian.workflow.modelgate;

import org.springframework.modulith.NamedInterface;
