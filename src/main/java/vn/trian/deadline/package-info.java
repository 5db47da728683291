/**
 * When something is due and why: working calendar, swapped days, clock and ledger of each case.
 *
 * <p>Days are counted by Bộ luật Dân sự 2015, Điều 145 to 148, see {@link vn.trian.deadline.Calendars}.
 */
@ApplicationModule(allowedDependencies = {"shared"})
package vn.trian.deadline;

import org.springframework.modulith.ApplicationModule;
