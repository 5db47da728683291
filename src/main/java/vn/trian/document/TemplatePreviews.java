package vn.trian.document;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.trian.shared.DomainException;

/** Shows what a template makes of values, as it would be printed; nothing of it is kept. */
@Service
public class TemplatePreviews {

  private final Documents documents;
  private final Previews previews;

  TemplatePreviews(Documents documents, Previews previews) {
    this.documents = documents;
    this.previews = previews;
  }

  /**
   * A document as it would look.
   *
   * @param pages   pictures of the first pages, PNG
   * @param unknown names that the template asks for and the values do not have, in order of appearance
   */
  public record Drawn(byte[] pdf, List<byte[]> pages, List<String> unknown) {}

  /**
   * Draws a template.
   *
   * @param most how many pages become pictures at most
   * @throws DomainException as {@link Documents#drawUp}
   */
  public Drawn draw(TemplateSource template, Map<String, Object> model, int most) {
    byte[] pdf = documents.preview(template, model);
    return new Drawn(pdf, previews.pages(pdf, most), documents.unknownTags(template, model));
  }
}
