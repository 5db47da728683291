package vn.trian.document;

import java.util.Map;

/**
 * Command to draw up a document.
 *
 * @param caseCode    case that the document belongs to; may be null when {@code listId} is given
 * @param listId      list that the document belongs to, or null
 * @param kindId      id of the document in its procedure or among the common ones
 * @param name        title that officers see
 * @param formNumber  such as "Mẫu 55", or null
 * @param series      series of numbers: one per office, year and series, such as {@code DECISION}
 * @param officeId    office that issues it
 * @param wordOffered also rendered as Word
 * @param template    template and what it includes
 * @param model       values by the names of docs/document-model.md: maps, lists, texts, numbers, booleans, and
 *                    {@code LocalDate} and {@code Vnd}, which arrive formatted; frozen with the document
 * @param login       who draws it up
 */
public record DrawUp(String caseCode, String listId, String kindId, String name, String formNumber, String series,
    String officeId, boolean wordOffered, TemplateSource template, Map<String, Object> model, String login) {

  public DrawUp {
    if (caseCode == null && listId == null) {
      throw new IllegalArgumentException("a document belongs to a case or to a list");
    }
    if (kindId == null || name == null || series == null || officeId == null || template == null || login == null) {
      throw new IllegalArgumentException("kind, name, series, office, template and login are required");
    }
  }

  /** A document of one case. */
  public DrawUp(String caseCode, String kindId, String name, String formNumber, String series, String officeId,
      boolean wordOffered, TemplateSource template, Map<String, Object> model, String login) {
    this(caseCode, null, kindId, name, formNumber, series, officeId, wordOffered, template, model, login);
  }
}
