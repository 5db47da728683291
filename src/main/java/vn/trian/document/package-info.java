/**
 * Papers received (uploads) and documents drawn up from templates: storage by checksum, rendering as
 * PDF and Word, signature, number. Knows cases, offices and procedures only by their codes.
 */
@ApplicationModule(allowedDependencies = {"shared"})
package vn.trian.document;

import org.springframework.modulith.ApplicationModule;
