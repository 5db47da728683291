package vn.trian.document;

/**
 * A picture of a paper, drawn anew from its content, so that nothing hidden in the upload reaches a browser.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 */
public record Preview(String mediaType, byte[] bytes) {}
