package vn.trian.document;

/** Bytes of a paper whose checksum was verified while reading. */
public record PaperContent(PaperView paper, byte[] bytes) {}
