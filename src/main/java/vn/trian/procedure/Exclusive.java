package vn.trian.procedure;

import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * What the law grants once: refused at the desk while an entitlement with that key is in force.
 *
 * @param key   FEEL that yields the key, null key = nothing to check
 * @param when  FEEL, null = always
 * @param field path of the field that the refusal is shown at, null = the whole application
 */
public record Exclusive(
    @Needed String key,
    String when,
    String field,
    @Needed Label message,
    String legalBasis,
    Confidence confidence) {}
