package vn.trian.document;

/**
 * A file of a document, its checksum verified.
 *
 * @param fileName safe name for the download
 */
public record DocumentContent(DocumentView document, String fileName, String mediaType, byte[] bytes) {}
