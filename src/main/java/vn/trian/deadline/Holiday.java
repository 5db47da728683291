package vn.trian.deadline;

import java.time.LocalDate;
import vn.trian.shared.Confidence;

/**
 * A day that departs from the week of Monday to Friday.
 *
 * @param name   Vietnamese, as the ledger names it
 * @param source announcement or law that declares it
 */
public record Holiday(LocalDate date, String name, DayKind kind, String source, Confidence confidence) {

  public Holiday {
    if (date == null || kind == null || confidence == null || name == null || name.isBlank()
        || source == null || source.isBlank()) {
      throw new IllegalArgumentException("a holiday needs date, name, kind, source and confidence");
    }
  }
}
