package vn.trian.procedure;

import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * Cross-field check of the start form.
 *
 * @param field path of the field that the message is shown at
 * @param error FEEL; true = refused
 */
public record Rule(
    @Needed String field,
    @Needed String error,
    @Needed Label message,
    String legalBasis,
    Confidence confidence) {}
