package vn.trian.portal;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseAction;
import vn.trian.casefile.Statement;
import vn.trian.document.DocumentView;
import vn.trian.procedure.DocumentKind;
import vn.trian.procedure.Outcome;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.security.Actor;
import vn.trian.workflow.Intake;
import vn.trian.workflow.WorkItem;

/**
 * Names of what a case consists of, in the reader's language. Records keep them in Vietnamese, as they were called
 * when they were written; English comes from the codes beside them and the case's own release.
 */
@Component
class CaseWords {

  private static final String ENGLISH = "en";
  /** What the desk does with a file and what the procedure calls it. */
  private static final Map<String, String> AT_DESK = Map.of("REFUSE", "REFUSE_RECEIPT");

  private final Procedures procedures;
  private final MessageSource messages;

  CaseWords(Procedures procedures, MessageSource messages) {
    this.procedures = procedures;
    this.messages = messages;
  }

  /** Name of an open task. */
  String task(Procedure procedure, WorkItem item, String language) {
    Step step = procedure.steps().get(item.step());
    return step == null ? item.name() : step.taskName(item.phase()).in(language);
  }

  /** Name of an open task of a case of this release. */
  String task(String releaseId, WorkItem item, String language) {
    return task(procedures.release(releaseId).procedure(), item, language);
  }

  /** Name of a step that was called {@code recorded} when it was written down. */
  String step(Procedure procedure, String step, String recorded, String language) {
    if (!ENGLISH.equals(language) || step == null) {
      return recorded;
    }
    if (step.equals(Intake.STEP)) {
      return of("step.", step, language);
    }
    Step known = procedure.steps().get(step);
    return known == null ? recorded : known.name().in(language);
  }

  /** What somebody chose. */
  String outcome(Procedure procedure, Statement said, String language) {
    if (!ENGLISH.equals(language)) {
      return said.outcomeLabel();
    }
    String code = AT_DESK.getOrDefault(said.outcome(), said.outcome());
    Outcome known = procedure.outcomes().get(code);
    return known != null ? known.label().in(language)
        : messages.getMessage("outcome." + code, null, said.outcomeLabel(), Locale.ENGLISH);
  }

  /** Who did something; the machine has a name in both languages. */
  String actor(CaseAction entry, String language) {
    return Actor.SYSTEM.login().equals(entry.actor()) ? of("actor.", entry.actor(), language)
        : entry.doer().in(language);
  }

  /** Name of a document of a case. */
  String document(Procedure procedure, DocumentView document, String language) {
    DocumentKind kind = procedure.documents().get(document.kind());
    return kind != null && kind.name().vi().equals(document.name()) ? kind.name().in(language) : document.name();
  }

  /** Words of a code: {@code copyKind.}, {@code documentStatus.} or {@code periodicity.}. */
  String of(String prefix, String code, String language) {
    return messages.getMessage(prefix + code, null, code, Locale.forLanguageTag(language));
  }
}
