/**
 * Papers about many cases: the tracking book, control slips, and the reports of an office, which somebody freezes
 * and answers for. Counts as supervision does; see docs/adr/0014.
 */
@ApplicationModule(allowedDependencies = {"shared", "organization", "deadline", "document", "procedure", "security",
    "casefile", "benefit", "supervision", "supervision::words"})
package vn.trian.report;

import org.springframework.modulith.ApplicationModule;
