/**
 * What a release would do, tried where nothing is real: its own scenarios, finished cases once more, open cases ahead.
 */
@NamedInterface("rehearsal")
package vn.trian.workflow.rehearsal;

import org.springframework.modulith.NamedInterface;
