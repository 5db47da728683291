package vn.trian.document;

/** A row of {@code stored_file}: content known by its checksum. */
record StoredFile(String sha256, long size, String mediaType) {}
