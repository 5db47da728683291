package vn.trian.supervision;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on a case counts as stuck. Habits of an office and not limits of law.
 *
 * @param stillDays  working days without any movement while it is the turn of an office
 * @param silentDays working days that another body or the applicant may be silent when the law sets no limit
 */
@ConfigurationProperties("trian.supervision")
public record SupervisionSettings(@DefaultValue("5") int stillDays, @DefaultValue("15") int silentDays) {

  public SupervisionSettings {
    if (stillDays < 1 || silentDays < 1) {
      throw new IllegalArgumentException("trian.supervision: days must be positive");
    }
  }
}
