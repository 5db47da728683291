package vn.trian.procedure;

import vn.trian.shared.Label;

/**
 * One column of the list that a level sends up.
 *
 * @param path  where the value stands in a document's model, such as {@code owner.fullName}
 * @param align left, center or right; null = left
 */
public record ListColumn(@Needed Label label, @Needed String path, String align) {}
