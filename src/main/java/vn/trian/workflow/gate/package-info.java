/**
 * The gate in front of the engine's own interface. Tasklist, Cockpit and Admin talk to it; people only get the
 * paths that those need, and what changes a case ends at the {@link vn.trian.workflow.Desk}.
 */
package vn.trian.workflow.gate;
