package vn.trian.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.OnlyOnce;
import vn.trian.document.DocumentView;
import vn.trian.organization.Offices;
import vn.trian.organization.Role;
import vn.trian.report.ReportFigures.Counted;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.supervision.Period;
import vn.trian.supervision.Supervisors;

/**
 * Reports of offices. A draft is written by those who lead the office; one of them freezes it and answers for it.
 * A frozen report keeps its numbers, the cases behind them and its paper as they were; what is different afterwards
 * shows as corrections, and may be frozen as the next edition beside it.
 */
@Service
@Transactional
public class Reports {

  private final OfficeReports reports;
  private final ReportCases frozenCases;
  private final ReportFigures counting;
  private final ReportRules rules;
  private final ReportPapers papers;
  private final Offices offices;
  private final Reach reach;
  private final OnlyOnce once;
  private final Clock clock;

  Reports(OfficeReports reports, ReportCases frozenCases, ReportFigures counting, ReportRules rules,
      ReportPapers papers, Offices offices, Reach reach, OnlyOnce once, Clock clock) {
    this.reports = reports;
    this.frozenCases = frozenCases;
    this.counting = counting;
    this.rules = rules;
    this.papers = papers;
    this.offices = offices;
    this.reach = reach;
    this.once = once;
    this.clock = clock;
  }

  /**
   * A report with its numbers.
   *
   * @param figures     frozen ones, or those of this moment for a draft
   * @param today       those of this moment
   * @param cases       the cases behind {@code figures}, by code
   * @param corrections lines that would read otherwise today; none for a draft
   * @param steps       days of all steps, then and today; the same twice for a draft
   * @param since       first day of which there is a case when that is later than the first day counted; otherwise null
   * @param intact      whether numbers and cases still have their checksum; true for a draft
   * @param editions    all editions of the report, the first one first
   */
  public record Opened(OfficeReport report, ReportRule rule, Figures figures, Figures today,
      Map<String, CountedCase> cases, List<Correction> corrections, List<StepComparison> steps, LocalDate since,
      boolean intact, List<OfficeReport> editions) {

    /** Whether payments read otherwise today. */
    public boolean paymentsDiffer() {
      return figures.payments() != today.payments() || figures.cashless() != today.cashless();
    }
  }

  /** Whether somebody leads the office that they work at. */
  public static boolean leads(Actor actor) {
    return actor.roles().stream().anyMatch(Role::leads);
  }

  /** Whether somebody writes and freezes the reports of an office. */
  public static boolean answersFor(String office, Actor actor) {
    return leads(actor) && actor.officeId().equals(office);
  }

  /**
   * A report within reach.
   *
   * @throws DomainException NOT_FOUND {@code report-unknown}, alike for an invented id and out of reach; FORBIDDEN
   *     {@code supervision-not-yours}
   */
  @Transactional(readOnly = true)
  public OfficeReport visible(String id, Actor actor) {
    OfficeReport report = reports.findById(id).filter(each -> reach.offices(actor).contains(each.officeId()))
        .orElseThrow(Reports::unknown);
    Supervisors.require(actor);
    return report;
  }

  /** A report within reach with its numbers; throws as {@link #visible}. */
  @Transactional(readOnly = true)
  public Opened open(String id, Actor actor) {
    OfficeReport report = visible(id, actor);
    Counted today = counting.count(report.officeId(), report.days(), actor);
    List<OfficeReport> editions = reports.findByRuleCodeAndReportYearAndOfficeIdOrderByEdition(report.ruleCode(),
        report.year(), report.officeId());
    ReportRule rule = rules.get(report.ruleCode());
    if (!report.frozen()) {
      return new Opened(report, rule, today.figures(), today.figures(), today.cases(), List.of(),
          StepComparison.between(today.figures().steps(), today.figures().steps()), today.since(), true, editions);
    }
    Map<String, CountedCase> frozen = frozenCases.of(id);
    Figures figures = report.figures();
    boolean intact = report.checksumOf(figures, frozen.values()).equals(report.checksum());
    return new Opened(report, rule, figures, today.figures(), frozen, Correction.between(frozen, today.cases()),
        StepComparison.between(figures.steps(), today.figures().steps()), today.since(), intact, editions);
  }

  /**
   * Begins a report of the own office, or the next edition where the newest is frozen, with its words; a draft that
   * is there already is gone on with.
   *
   * @return id of the draft
   * @throws DomainException FORBIDDEN {@code report-not-head}; INVALID {@code report-rule-unknown},
   *     {@code report-too-early} before the days that it is about
   */
  public String begin(String ruleCode, int year, String key, Actor actor) {
    Supervisors.require(actor);
    requireLead(actor.officeId(), actor);
    ReportRule rule = rules.get(ruleCode);
    return once.act(key, actor, List.of("begin-report", ruleCode, year), String.class, () -> {
      List<OfficeReport> editions = reports.findByRuleCodeAndReportYearAndOfficeIdOrderByEdition(ruleCode, year,
          actor.officeId());
      OfficeReport newest = editions.isEmpty() ? null : editions.get(editions.size() - 1);
      if (newest != null && !newest.frozen()) {
        return newest.id();
      }
      Wording wording = newest == null ? first(rule, year, actor.officeId()) : newest.wording();
      return reports.saveAndFlush(new OfficeReport(ruleCode, year, actor.officeId(), editions.size() + 1, wording,
          actor, clock.instant())).id();
    });
  }

  /**
   * Puts other words and days into a draft.
   *
   * @throws DomainException as {@link #visible}; FORBIDDEN {@code report-not-head}; CONFLICT {@code report-frozen};
   *     INVALID {@code report-days}, {@code report-text-too-long}
   */
  public void write(String id, Wording wording, String key, Actor actor) {
    OfficeReport report = locked(id, actor);
    once.act(key, actor, List.of("write-report", id, wording), Void.class, () -> {
      wording.check(today());
      report.write(wording, actor, clock.instant());
      return null;
    });
  }

  /** Gives a draft up; throws as {@link #write}. */
  public void discard(String id, String key, Actor actor) {
    OfficeReport report = locked(id, actor);
    once.act(key, actor, List.of("discard-report", id), Void.class, () -> {
      report.refuseFrozen();
      reports.delete(report);
      return null;
    });
  }

  /**
   * Counts a last time, keeps numbers and cases, signs the paper and gives it its number.
   *
   * @throws DomainException as {@link #write}; INVALID {@code report-text-missing}
   */
  public void freeze(String id, String key, Actor actor) {
    OfficeReport report = locked(id, actor);
    once.act(key, actor, List.of("freeze-report", id), Void.class, () -> {
      report.refuseFrozen();
      report.wording().check(today());
      report.wording().checkComplete();
      Counted counted = counting.count(report.officeId(), report.days(), actor);
      report.freeze(counted.figures(), report.checksumOf(counted.figures(), counted.cases().values()), actor,
          clock.instant(), today());
      reports.flush();
      frozenCases.keep(id, counted.cases().values());
      DocumentView paper = papers.issue(report, rules.get(report.ruleCode()), before(report), counted.since(), actor);
      report.issuedAs(paper);
      return null;
    });
  }

  /** The edition that a report corrects; null for a first one. */
  @Transactional(readOnly = true)
  public OfficeReport before(OfficeReport report) {
    return reports.findByRuleCodeAndReportYearAndOfficeIdOrderByEdition(report.ruleCode(), report.year(),
        report.officeId()).stream().filter(each -> each.edition() == report.edition() - 1).findFirst().orElse(null);
  }

  /** Counts until yesterday, as the present day is not over yet, and no further than the report goes. */
  private Wording first(ReportRule rule, int year, String office) {
    Period whole = rule.in(year);
    LocalDate today = today();
    if (today.isBefore(whole.first())) {
      throw new DomainException(Kind.INVALID, "report-too-early");
    }
    LocalDate yesterday = today.minusDays(1).isBefore(whole.first()) ? whole.first() : today.minusDays(1);
    LocalDate last = yesterday.isBefore(whole.last()) ? yesterday : whole.last();
    return new Wording(whole.first(), last, addressee(rule, office, today), "", "", "", "");
  }

  /** Whom the plan names, for those that owe the report by a day; the office above for all others. */
  private String addressee(ReportRule rule, String office, LocalDate today) {
    return offices.find(office, today).map(own -> {
      if (own.level() == rule.level() && offices.isAtOrBelow(office, rule.area().office(), today)) {
        return rule.addressee();
      }
      return own.parentId() == null ? own.superiorName() : offices.nameOf(own.parentId(), today);
    }).orElse("");
  }

  private OfficeReport locked(String id, Actor actor) {
    visible(id, actor);
    OfficeReport report = reports.lock(id).orElseThrow(Reports::unknown);
    requireLead(report.officeId(), actor);
    return report;
  }

  private static void requireLead(String office, Actor actor) {
    if (!answersFor(office, actor)) {
      throw new DomainException(Kind.FORBIDDEN, "report-not-head");
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static DomainException unknown() {
    return new DomainException(Kind.NOT_FOUND, "report-unknown");
  }
}
