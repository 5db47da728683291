package vn.trian.portal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.trian.benefit.Assessment;
import vn.trian.benefit.CalculationLine;
import vn.trian.benefit.CaseDocuments;
import vn.trian.benefit.Entitlement;
import vn.trian.benefit.Entitlements;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.HandOver;
import vn.trian.casefile.SlipRow;
import vn.trian.casefile.Statement;
import vn.trian.deadline.TimeLeft;
import vn.trian.organization.Officer;
import vn.trian.payment.PaymentLine;
import vn.trian.payment.PaymentLines;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;
import vn.trian.workflow.Capacities;
import vn.trian.workflow.CaseDiagrams;
import vn.trian.workflow.Desk;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/**
 * Puts together what a case page shows beside the parts it shares with the frame of a task. Reads in several short
 * transactions on purpose: a calculation that cannot be made yet must not spoil the rest.
 */
@Component
class CaseReading {

  private static final String RECEIPT = "receipt";

  private final Procedures procedures;
  private final CaseParts parts;
  private final CaseRecord record;
  private final CaseDocuments documents;
  private final Assessment assessment;
  private final Entitlements entitlements;
  private final PaymentLines payments;
  private final CaseDiagrams diagrams;
  private final WorkList work;
  private final Desk desk;
  private final Capacities capacities;
  private final Stages stages;
  private final TimesLeft times;
  private final CaseWords words;
  private final Clock clock;

  CaseReading(Procedures procedures, CaseParts parts, CaseRecord record, CaseDocuments documents,
      Assessment assessment, Entitlements entitlements, PaymentLines payments, CaseDiagrams diagrams, WorkList work,
      Desk desk, Capacities capacities, Stages stages, TimesLeft times, CaseWords words, Clock clock) {
    this.procedures = procedures;
    this.parts = parts;
    this.record = record;
    this.documents = documents;
    this.assessment = assessment;
    this.entitlements = entitlements;
    this.payments = payments;
    this.diagrams = diagrams;
    this.work = work;
    this.desk = desk;
    this.capacities = capacities;
    this.stages = stages;
    this.times = times;
    this.words = words;
    this.clock = clock;
  }

  /** Head of the page. Texts that may be missing are null; days are dd/MM/yyyy. */
  record Head(String code, String procedure, String procedureCode, String variant, String owner, String submitter,
      String subject, String state, String stateColor, boolean over, String level, String office,
      String receivingOffice, String step, String receivedOn, String stepDueOn, String dueOn, String closedOn,
      TimeLeft left, List<Stages.Stage> stages) {}

  /**
   * An open task; {@code url} is null for tasks of others, {@code login} and {@code takenAt} for one that waits in
   * the queue.
   */
  record Holder(String task, String step, String level, String office, String login, String assignee, String since,
      String takenAt, TimeLeft left, String url, List<Officer> successors, boolean takeBack, String key) {

    /** Whether the one who looks may give the task to others. */
    public boolean movable() {
      return takeBack || !successors.isEmpty();
    }
  }

  /**
   * A row of the control slip.
   *
   * @param result null where the step has no limit
   * @param back   name of the outcome that sent the file back down; null where it went on
   * @param why    reason for that
   */
  record Slip(String office, String step, String handedAt, String receivedAt, String giver, String receiver,
      String result, String back, String why) {}

  /** What has been granted. */
  record Grant(String label, String recipient, String amount, String periodicity, String firstPeriod,
      String lastPeriod, String decision, String decidedOn, String endedOn) {}

  /** Money due. */
  record Money(String period, String recipient, String amount, String method, String state, String paidOn) {}

  /** A process of the case with what is to be read beside its picture. */
  record Picture(String definition, String name, boolean own, List<Visit> visits) {}

  /** A visited element of a process; {@code to} is empty while it runs. */
  record Visit(String name, String state, String from, String to) {}

  Head head(CaseFile file, String language) {
    Procedure procedure = procedureOf(file);
    String variant = file.variant().orElse(null);
    boolean over = file.state().isFinal();
    var step = Stages.isInAStep(file) ? procedure.steps().get(file.step()) : null;
    String submitter = file.ownerName().equals(file.submitterName()) ? null : file.submitterName();
    return new Head(file.code(), procedure.name().in(language), procedure.codeOf(variant),
        variant == null ? null : procedure.nameOf(variant).in(language), file.ownerName(), submitter,
        file.subjectName(), file.state().label().in(language), CasesPage.color(file.state()), over,
        file.level().name(), parts.officeName(file.office()), parts.officeName(file.receivingOffice()),
        step == null ? null : step.name().in(language), Texts.day(file.receivedOn()),
        file.paused() ? "" : Texts.day(file.stepDueOn()), Texts.day(file.dueOn()),
        parts.moment(file.closedAt()), times.of(file), stages.of(file, language));
  }

  /** What was asked for, by groups of the form; what stands outside any group comes last. */
  List<Map<String, Object>> application(CaseFile file, String language) {
    return parts.application(file, procedureOf(file), language).stream()
        .sorted(Comparator.comparing(group -> group.get("title") == null)).toList();
  }

  /** Who has the case now; links only into tasks of the actor's own groups. */
  List<Holder> holders(CaseFile file, Actor actor, String language) {
    Procedure procedure = procedureOf(file);
    List<WorkItem> open = work.ofCase(file.code());
    Set<String> own = work.visible(open.stream().map(WorkItem::taskId).toList(), actor).stream()
        .map(WorkItem::taskId).collect(Collectors.toSet());
    return open.stream().map(item -> new Holder(item.taskId(), words.task(procedure, item, language),
        item.level() == null ? null : item.level().name(), parts.officeName(item.officeId()), item.assignee(),
        CaseParts.in(capacities.holder(item), language), parts.moment(item.createdAt()),
        item.takenAt() == null ? null : parts.moment(item.takenAt()), times.of(item, file),
        own.contains(item.taskId()) ? HomePage.taskUrl(item.taskId()) : null, desk.successors(item.taskId(), actor),
        desk.mayTakeBack(item.taskId(), actor), UUID.randomUUID().toString())).toList();
  }

  List<Slip> controlSlip(CaseFile file, String language) {
    Procedure procedure = procedureOf(file);
    return record.controlSlip(file.code()).stream().map(row -> slip(row, procedure, language)).toList();
  }

  private Slip slip(SlipRow slip, Procedure procedure, String language) {
    HandOver row = slip.handOver();
    Statement back = slip.sentBack();
    return new Slip(parts.officeName(row.fromOffice()),
        words.step(procedure, row.step(), row.stepName(), language), parts.moment(row.handedAt()),
        parts.moment(row.receivedAt()), CaseParts.in(row.handedBy(), language), CaseParts.in(row.takenBy(), language),
        row.result() == null ? null : row.result().name(), back == null ? null
            : words.outcome(procedure, back, language), back == null ? null : back.reason());
  }

  /**
   * Why this sum: the stored lines, or what the answers so far would yield; null when no sum can be told.
   *
   * @return as {@link CaseParts#calculation(List, String)}, with {@code draft} true while nothing is decided
   */
  Map<String, Object> calculation(CaseFile file, String language) {
    List<CalculationLine> lines = assessment.lines(file.code());
    boolean draft = lines.isEmpty();
    if (draft && !file.state().isFinal()) {
      try {
        lines = assessment.preview(file, Map.of());
      } catch (DomainException incomplete) {
        return null;
      }
    }
    Map<String, Object> shown = parts.calculation(lines, language);
    if (shown != null) {
      shown.put("draft", draft);
    }
    return shown;
  }

  List<Grant> grants(CaseFile file) {
    return entitlements.of(file.code()).stream().map(CaseReading::grant).toList();
  }

  private static Grant grant(Entitlement each) {
    return new Grant(each.label(), each.recipient(), each.amount().toString(), each.periodicity().name(),
        each.firstPeriod(), each.lastPeriod(), each.decisionNumber(), Texts.day(each.decidedOn()),
        Texts.day(each.endedOn()));
  }

  List<Money> payments(CaseFile file) {
    return payments.of(file.code()).stream().map(CaseReading::money).toList();
  }

  private static Money money(PaymentLine each) {
    return new Money(each.period(), each.recipient(), each.amount().toString(), each.method(), each.state().name(),
        Texts.day(each.paidOn()));
  }

  /** The procedure's own process first, beneath it the called processes that run now. */
  List<Picture> pictures(CaseFile file) {
    return diagrams.of(file.code()).stream().map(diagram -> new Picture(diagram.definitionId(), diagram.name(),
        diagram.own(), diagram.visits().stream().map(visit -> new Visit(visit.name(), visit.state().name(),
            parts.moment(visit.from()), parts.moment(visit.to()))).toList())).toList();
  }

  /** Address of the newest receipt; null before there is one. */
  String receiptUrl(CaseFile file) {
    return documents.issued(file.code(), RECEIPT).map(CaseDocuments.Link::to).map(CaseDocuments.Link::pdfUrl)
        .orElse(null);
  }

  Procedure procedureOf(CaseFile file) {
    return procedures.release(file.releaseId()).procedure();
  }
}
