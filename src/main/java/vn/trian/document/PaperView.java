package vn.trian.document;

import java.time.Instant;
import java.util.UUID;

/**
 * One paper received.
 *
 * @param caseCode   null until attached to a case
 * @param kind       id of the paper in its procedure; null until attached
 * @param fileName   safe to show and to save under; its extension fits the media type
 * @param mediaType  found in the content: {@code application/pdf}, {@code image/jpeg} or {@code image/png}
 * @param size       bytes
 * @param sha256     checksum of the content, lower-case hexadecimal
 * @param copyKind   null until attached
 * @param attachedAt null until attached
 * @param withdrawn  attached by mistake; kept, but no longer counts
 */
public record PaperView(UUID id, String caseCode, String kind, String fileName, String mediaType, long size,
    String sha256, CopyKind copyKind, int quantity, String note, String uploadedBy, Instant uploadedAt,
    Instant attachedAt, boolean withdrawn) {}
