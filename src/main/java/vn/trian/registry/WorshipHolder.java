package vn.trian.registry;

import java.time.LocalDate;

/**
 * Who worships a martyr.
 *
 * @param personId  null when a commune worships (NĐ 131/2021/NĐ-CP, Điều 28.6.d)
 * @param officeId  the commune that worships, null for a person
 * @param firstYear first year whose allowance belongs to this holder
 * @param endedOn   null while in charge
 * @param caseCode  case that granted it, null for what was there before the system
 */
public record WorshipHolder(
    String id,
    String martyrId,
    String personId,
    String officeId,
    String name,
    String decisionNumber,
    LocalDate decisionDate,
    int firstYear,
    LocalDate endedOn,
    String caseCode) {}
