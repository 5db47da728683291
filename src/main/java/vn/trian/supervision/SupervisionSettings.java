package vn.trian.supervision;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on a case counts as stuck, and how long figures are kept. Habits of an office and not limits of law.
 *
 * @param stillDays  working days without any movement while it is the turn of an office
 * @param silentDays working days that another body or the applicant may be silent when the law sets no limit
 * @param keptTimes  how many times as long as counting took the figures of many cases are kept; 0 = not at all
 */
@ConfigurationProperties("trian.supervision")
public record SupervisionSettings(@DefaultValue("5") int stillDays, @DefaultValue("15") int silentDays,
    @DefaultValue("20") int keptTimes) {

  public SupervisionSettings {
    if (stillDays < 1 || silentDays < 1) {
      throw new IllegalArgumentException("trian.supervision: days must be positive");
    }
    if (keptTimes < 0) {
      throw new IllegalArgumentException("trian.supervision: kept-times must not be negative");
    }
  }
}
