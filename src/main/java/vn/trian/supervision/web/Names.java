package vn.trian.supervision.web;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import vn.trian.organization.Office;
import vn.trian.organization.Officer;
import vn.trian.organization.Offices;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Step;
import vn.trian.workflow.ProcessModels.Activity;
import vn.trian.workflow.WorkItem;

/** What the codes of a list are called in one language; what has gone keeps its code or the name given. */
@NamedInterface("words")
public record Names(String language, LocalDate today, Offices offices, Map<String, Officer> officers,
    Map<String, Procedure> procedures) {

  /** Short name of an office. */
  public String office(String id) {
    return offices.find(id, today).map(Office::shortName).orElse(id);
  }

  /** Full name of an officer. */
  public String officer(String login) {
    Officer officer = officers.get(login);
    return officer == null ? login : officer.fullName();
  }

  /** Short name of a procedure. */
  public String procedure(String key) {
    Procedure procedure = procedures.get(key);
    return procedure == null ? key : procedure.shortName().in(language);
  }

  /** Null for none. */
  String delayReason(String procedure, String code) {
    Procedure known = procedures.get(procedure);
    return known == null ? code
        : known.extensions().reason(code).map(reason -> reason.name().in(language)).orElse(code);
  }

  /** Name of a step of a procedure. */
  public String step(String procedure, String step, String otherwise) {
    Procedure known = procedures.get(procedure);
    Step found = known == null || step == null ? null : known.steps().get(step);
    return found == null ? otherwise : found.name().in(language);
  }

  /** Name of an activity as its diagram has it; in English that of its step, where it has one. */
  String activity(String procedure, Activity activity) {
    return language.equals("en") ? step(procedure, activity.step(), activity.name()) : activity.name();
  }

  /** Name of an open task; as it was written down where the procedure knows its step no more. */
  String task(WorkItem item) {
    Procedure known = procedures.get(item.procedureKey());
    Step found = known == null ? null : known.steps().get(item.step());
    return found == null ? item.name() : found.taskName(item.phase()).in(language);
  }
}
