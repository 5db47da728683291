package vn.trian.document;

import java.util.Map;

/**
 * A template with everything that it includes.
 *
 * @param name     file name, such as {@code decision-55.html}
 * @param html     text of the file
 * @param partials texts by the name of the inclusion: file name without extension, such as
 *                 {@code official-head} for {@code official-head.html} and {@code document-style} for
 *                 {@code document-style.css}
 */
public record TemplateSource(String name, String html, Map<String, String> partials) {

  public TemplateSource {
    if (name == null || name.isBlank() || html == null) {
      throw new IllegalArgumentException("a template needs a name and a text");
    }
    partials = Map.copyOf(partials);
  }
}
