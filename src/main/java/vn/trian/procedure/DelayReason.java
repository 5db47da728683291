package vn.trian.procedure;

import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * A reason that an apology for a delay may give. The citizen reads its name on the letter and on the page of the case.
 *
 * @param needsWords whether the name alone says nothing
 */
public record DelayReason(@Needed String code, @Needed Label name, boolean needsWords, Confidence confidence) {}
