package vn.trian.workflow;

import java.io.Serializable;
import java.util.List;
import vn.trian.benefit.CaseDocuments;
import vn.trian.document.DocumentView;
import vn.trian.shared.Label;

/**
 * Answer to an action.
 *
 * @param code      message key of the sentence that says what happened
 * @param arguments of the sentence
 * @param nextTask  id of the task of the same case that now waits for the same person, null when none does
 */
public record Done(String caseCode, String code, List<Label> arguments, String nextTask, List<Link> documents) {

  /** A document that was drawn up, signed or issued by the action; a page keeps it in the session until it is shown. */
  public record Link(String name, String pdfUrl) implements Serializable {

    /** A numbered document, called by its name and number. */
    public static Link numbered(DocumentView document) {
      return new Link(document.name() + " " + document.symbol(), CaseDocuments.Link.to(document).pdfUrl());
    }

    static List<Link> to(List<CaseDocuments.Link> documents) {
      return documents.stream().map(each -> new Link(each.name(), each.pdfUrl())).toList();
    }
  }
}
