package vn.trian.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the papers received.
 *
 * @param maxFileSize   largest upload accepted
 * @param maxMegapixels largest picture accepted, alone or inside a PDF, in millions of pixels
 * @param previewPixels longer side of a preview, in pixels
 * @param keepUnattached how long an upload may wait for its case before the sweeper takes it
 */
@ConfigurationProperties("trian.document")
public record DocumentSettings(
    @DefaultValue("10MB") DataSize maxFileSize,
    @DefaultValue("40") int maxMegapixels,
    @DefaultValue("1200") int previewPixels,
    @DefaultValue("24h") Duration keepUnattached) {

  public DocumentSettings {
    if (maxFileSize.toBytes() < 1 || maxMegapixels < 1 || previewPixels < 100 || keepUnattached.isNegative()) {
      throw new IllegalArgumentException("trian.document: limits must be positive");
    }
  }

  long maxPixels() {
    return maxMegapixels * 1_000_000L;
  }
}
