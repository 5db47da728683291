package vn.trian.registry;

import java.time.LocalDate;

/**
 * The permanent file of a meritorious person or a martyr; exactly one each (NĐ 131/2021/NĐ-CP, Điều 126.5).
 *
 * @param symbol       symbol of Điều 127, may be null
 * @param personId     null for a martyr's file
 * @param martyrId     null for a person's file
 * @param heldByOffice id of the office, or the name of another province
 */
public record OriginalFile(
    String id, String symbol, String personId, String martyrId, String heldByOffice, LocalDate openedOn) {}
