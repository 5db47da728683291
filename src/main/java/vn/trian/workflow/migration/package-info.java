/**
 * Moves running cases to another release of their procedure: planned, tried without a trace, then done case by case;
 * compares what the tables say of cases with what the engine says.
 */
@NamedInterface("migration")
package vn.trian.workflow.migration;

import org.springframework.modulith.NamedInterface;
