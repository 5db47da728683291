package vn.trian.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One document drawn up.
 *
 * @param caseCode null for a document of a list
 * @param kind     id of the document in its procedure
 * @param number   null until issued, and for papers that carry no number
 * @param symbol   number and symbol as printed, {@code 12/QĐ-SLĐTBXH}; null as long as number is
 * @param word     offered as an editable Word file too
 */
public record DocumentView(UUID id, String caseCode, String listId, String kind, String name, String formNumber,
    String series, Integer number, Integer year, String symbol, String officeId, DocumentStatus status,
    String signerLogin, String signerName, Instant signedAt, Instant issuedAt, LocalDate issuedOn, boolean word,
    String createdBy, Instant createdAt) {}
