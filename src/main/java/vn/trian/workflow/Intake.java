package vn.trian.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.CaseDocuments;
import vn.trian.benefit.Exclusivity;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseOffices;
import vn.trian.casefile.CasePapers;
import vn.trian.casefile.CasePeople;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.CaseSteps;
import vn.trian.casefile.NewCase;
import vn.trian.casefile.OnlyOnce;
import vn.trian.casefile.PaperTick;
import vn.trian.casefile.Statement;
import vn.trian.casefile.Supplements;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.organization.Role;
import vn.trian.procedure.Checked;
import vn.trian.procedure.FormCheck;
import vn.trian.procedure.OptionSource;
import vn.trian.procedure.Paths;
import vn.trian.procedure.PersonPaths;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Expressions;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.shared.Level;
import vn.trian.workflow.engine.CaseVariables;

/** Takes dossiers in at the one-stop desk. */
@Service
public class Intake {

  /** Step under which the desk's part stands in the record of a case. */
  public static final String STEP = "receiveFile";
  static final String ACCEPT = "ACCEPT";
  static final String SUPPLEMENT = "SUPPLEMENT";
  static final String REFUSE = "REFUSE";

  private final Procedures procedures;
  private final CaseFiles cases;
  private final CaseContexts contexts;
  private final CasePapers papers;
  private final CasePeople people;
  private final CaseRecord record;
  private final CaseSteps steps;
  private final CaseOffices caseOffices;
  private final CaseDocuments documents;
  private final Supplements supplements;
  private final Exclusivity exclusivity;
  private final OnlyOnce once;
  private final Offices offices;
  private final FormCheck forms;
  private final OptionSource options;
  private final Expressions feel;
  private final Outcomes outcomes;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final GuardedActions guarded;
  private final Clock clock;

  Intake(Procedures procedures, CaseFiles cases, CaseContexts contexts, CasePapers papers, CasePeople people,
      CaseRecord record, CaseSteps steps, CaseOffices caseOffices, CaseDocuments documents, Supplements supplements,
      Exclusivity exclusivity, OnlyOnce once, Offices offices, FormCheck forms, OptionSource options,
      Expressions feel, Outcomes outcomes, RepositoryService repository, RuntimeService runtime,
      GuardedActions guarded, Clock clock) {
    this.procedures = procedures;
    this.cases = cases;
    this.contexts = contexts;
    this.papers = papers;
    this.people = people;
    this.record = record;
    this.steps = steps;
    this.caseOffices = caseOffices;
    this.documents = documents;
    this.supplements = supplements;
    this.exclusivity = exclusivity;
    this.once = once;
    this.offices = offices;
    this.forms = forms;
    this.options = options;
    this.feel = feel;
    this.outcomes = outcomes;
    this.repository = repository;
    this.runtime = runtime;
    this.guarded = guarded;
    this.clock = clock;
  }

  /** The release that a desk works with, if the actor's desk is the one that takes this procedure in. */
  @Transactional(readOnly = true)
  public Release open(String procedureKey, Actor actor) {
    Release release = procedures.active(procedureKey);
    requireDesk(release.procedure(), actor);
    return release;
  }

  /** Procedures that an officer's desk takes in. */
  @Transactional(readOnly = true)
  public List<Release> offered(Actor actor) {
    return procedures.active().stream().filter(each -> isDeskOf(each.procedure(), actor)).toList();
  }

  @Transactional
  Done receive(String procedureKey, Act act, String key, Actor actor) {
    return once.act(key, actor, List.of("receive", procedureKey, act), Done.class,
        () -> receive(procedureKey, act, actor));
  }

  private Done receive(String procedureKey, Act act, Actor person) {
    Release release = open(procedureKey, person);
    Procedure procedure = release.procedure();
    Actor actor = person.as(role -> isDeskOf(procedure, role, person.officeId()));
    Map<String, Object> application = checked(procedure, act).orThrow();
    outcomes.requireNeeds(procedure, outcomes.atDesk(procedure, act.outcome()), act);

    Map<String, Object> context = contexts.ofApplication(procedure, application,
        people.subjectKey(procedure, application));
    Object duplicateKey = procedure.duplicateKey() == null ? null : feel.value(procedure.duplicateKey(), context);
    if (!REFUSE.equals(act.outcome())) {
      exclusivity.check(procedure, context);
      warnOfSameMatter(procedure, duplicateKey, act);
    }

    CaseFile file = cases.open(newCase(release, application, duplicateKey, actor));
    papers.take(file.code(), act.papers() == null ? List.of() : act.papers(), actor);
    if (!REFUSE.equals(act.outcome())) {
      people.link(file, procedure, application);
    }
    Label outcome = outcomes.atDesk(procedure, act.outcome()).label();
    String said = outcome.vi();
    record.say(file.code(), new Statement.Said(STEP, "Tiếp nhận hồ sơ", "prepare", act.outcome(), said,
        act.reasonCode(), act.reason(), outcomes.details(act), Map.of()), actor);
    switch (act.outcome()) {
      case ACCEPT -> steps.accept(file, actor);
      case SUPPLEMENT -> supplements.request(file.code(), STEP, act.items(), act.reason(), actor);
      default -> { }
    }
    record.log(file.code(), actor, "RECEIVE", outcome);
    start(release, file, act.outcome(), actor);

    return new Done(file.code(), "done-received", List.of(outcome, Label.same(file.code())), null,
        Done.Link.to(documents.links(file.code())));
  }

  private void start(Release release, CaseFile file, String deskOutcome, Actor actor) {
    String definition = repository.createProcessDefinitionQuery().deploymentId(release.deploymentId())
        .processDefinitionKey(release.procedure().key()).singleResult().getId();
    Map<String, Object> variables = CaseVariables.atStart(file.code(), file.commune(),
        caseOffices.hasDivision(file), deskOutcome);
    variables.putAll(release.procedure().applicationForm().processVariables(file.application()));
    guarded.within(actor, () -> runtime.startProcessInstanceById(definition, file.code(), variables));
  }

  /** What is wrong with a dossier as typed so far; changes nothing. */
  @Transactional(readOnly = true)
  public List<FieldProblem> problems(String procedureKey, Act act, Actor actor) {
    return checked(open(procedureKey, actor).procedure(), act).problems();
  }

  /** The application as it will be kept, and all that is wrong with it at once. */
  private Checked checked(Procedure procedure, Act act) {
    LocalDate today = LocalDate.now(clock);
    Map<String, Object> raw = contexts.ofApplication(procedure, act.data(), null);
    Checked checked = forms.check(procedure.applicationForm(), act.data(), raw, feel, options, today);
    Map<String, Object> context = contexts.ofApplication(procedure, checked.data(),
        people.subjectKey(procedure, checked.data()));
    context.put("outcome", act.outcome());
    List<FieldProblem> problems = new ArrayList<>(checked.problems());
    problems.addAll(procedure.brokenRules(context, feel, checked.problems()));
    if (ACCEPT.equals(act.outcome())) {
      problems.addAll(missingPapers(procedure, context, act.papers()));
      return new Checked(checked.data(), problems);
    }
    // an incomplete dossier may be written down as far as it goes, if only it says whose it is
    return new Checked(checked.data(), problems).unfinished(act.data(), procedure.owner().fullName());
  }

  /** Required papers that are neither ticked nor uploaded. */
  List<FieldProblem> missingPapers(Procedure procedure, Map<String, Object> context, List<PaperTick> ticks) {
    Map<String, PaperTick> given = (ticks == null ? List.<PaperTick>of() : ticks).stream()
        .collect(Collectors.toMap(PaperTick::kind, tick -> tick, (a, b) -> b, LinkedHashMap::new));
    return procedure.papersFor(context, feel).stream()
        .filter(Procedure.AskedPaper::required)
        .filter(asked -> given.get(asked.paper().id()) == null || !given.get(asked.paper().id()).present())
        .map(asked -> new FieldProblem("papers." + asked.paper().id(), "paper-missing", asked.paper().name()))
        .toList();
  }

  private void warnOfSameMatter(Procedure procedure, Object duplicateKey, Act act) {
    if (duplicateKey == null || act.confirmDuplicate()) {
      return;
    }
    List<CaseFile> same = cases.sameMatter(procedure.key(), duplicateKey.toString());
    if (!same.isEmpty()) {
      throw new DuplicateCase(same);
    }
  }

  private NewCase newCase(Release release, Map<String, Object> application, Object duplicateKey, Actor actor) {
    Procedure procedure = release.procedure();
    PersonPaths owner = procedure.owner();
    String submitter = procedure.submitter() == null ? null
        : Paths.text(application, procedure.submitter().fullName());
    String ownerName = Paths.text(application, owner.fullName());
    Office receiving = offices.get(actor.officeId(), LocalDate.now(clock));
    NewCase.Subject subject = procedure.subject() == null ? null
        : new NewCase.Subject(procedure.subject().kind().name(),
            Paths.text(application, procedure.subject().fullName()));
    return new NewCase(procedure.key(), release.id(), procedure.variantOf(application),
        new NewCase.Owner(ownerName, Paths.text(application, owner.idNumber()),
            Paths.text(application, owner.phone())),
        submitter == null ? ownerName : submitter, subject, duplicateKey == null ? null : duplicateKey.toString(),
        receiving.id(), receiving.id(), receiving.level(), application, actor.login());
  }

  private void requireDesk(Procedure procedure, Actor actor) {
    if (!isDeskOf(procedure, actor)) {
      throw new DomainException(Kind.FORBIDDEN, "not-this-desk", procedure.name());
    }
  }

  /** The desk of the level where the route begins; a commune without a division stands in for the division. */
  private boolean isDeskOf(Procedure procedure, Role role, String officeId) {
    if (firstLevel(procedure) == Level.COMMUNE) {
      return role == Role.ONE_STOP_OFFICER;
    }
    return role == Role.DIVISION_ONE_STOP_OFFICER || role == Role.ONE_STOP_OFFICER
        && offices.ancestor(officeId, Level.DIVISION, LocalDate.now(clock)).isEmpty();
  }

  private boolean isDeskOf(Procedure procedure, Actor actor) {
    return actor.roles().stream().anyMatch(role -> isDeskOf(procedure, role, actor.officeId()));
  }

  private Level firstLevel(Procedure procedure) {
    return procedure.route().items().stream().findFirst()
        .map(item -> procedure.step(item.step()).level()).orElse(Level.COMMUNE);
  }
}
