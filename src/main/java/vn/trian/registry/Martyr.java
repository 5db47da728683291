package vn.trian.registry;

import java.time.LocalDate;

/**
 * A martyr as recorded.
 *
 * @param dateOfBirth      {@code yyyy} or {@code yyyy-MM-dd}, may be null
 * @param dateOfSacrifice  {@code yyyy} or {@code yyyy-MM-dd}, may be null
 * @param fileSymbol       symbol of the original file (NĐ 131/2021/NĐ-CP, Điều 127), may be null
 * @param fileHeldBy       id of the office that keeps the original file, or the name of another province
 * @param managingOfficeId commune that manages the file, may be null
 */
public record Martyr(
    String id,
    String fullName,
    String gender,
    String dateOfBirth,
    String homeTown,
    String certificateNumber,
    String certificateDecisionNumber,
    LocalDate certificateDecisionDate,
    String certificateIssuer,
    String dateOfSacrifice,
    String rankOrPosition,
    String unit,
    String fileSymbol,
    String fileHeldBy,
    String managingOfficeId) {}
