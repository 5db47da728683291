package vn.trian.registry;

/**
 * Where an application and the register differ.
 *
 * @param field    property of the record, such as {@code homeTown}
 * @param recorded as the register has it, formatted
 * @param given    as the application has it, formatted
 * @param sentence Vietnamese sentence for the officer
 */
public record Difference(String field, String recorded, String given, String sentence) {}
