package vn.trian.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.organization.Office;
import vn.trian.organization.OfficeKind;
import vn.trian.organization.Offices;
import vn.trian.report.Due.Duty;
import vn.trian.report.Due.Standing;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.supervision.Period;
import vn.trian.supervision.Supervisors;

/** Which reports are due, late and sent, of one office and of those below. */
@Service
@Transactional(readOnly = true)
public class ReportStandings {

  private final ReportRules rules;
  private final OfficeReports reports;
  private final FirstCases firstCases;
  private final Offices offices;
  private final Reach reach;
  private final CaseDeadlines deadlines;
  private final Clock clock;

  ReportStandings(ReportRules rules, OfficeReports reports, FirstCases firstCases, Offices offices, Reach reach,
      CaseDeadlines deadlines, Clock clock) {
    this.rules = rules;
    this.reports = reports;
    this.firstCases = firstCases;
    this.offices = offices;
    this.reach = reach;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * All reports of an office for a year.
   *
   * @throws DomainException FORBIDDEN {@code supervision-not-yours}; NOT_FOUND {@code supervision-office} for an
   *     office out of reach, alike for an invented one
   */
  public List<Due> of(String office, int year, Actor actor) {
    Office found = visible(office, actor);
    List<OfficeReport> written = reports.findByReportYearAndOfficeIdOrderByEdition(year, office);
    LocalDate since = firstCases.since(office, LocalDate.now(clock)).orElse(null);
    return rules.all().stream().map(rule -> due(rule, year, found, since, written)).toList();
  }

  /** One report of the offices below an office that owe or wrote it, each followed by those below it. */
  public List<Due> below(ReportRule rule, String office, int year, Actor actor) {
    visible(office, actor);
    List<Office> below = below(office);
    Map<String, List<OfficeReport>> written = reports.findByRuleCodeAndReportYearAndOfficeIdInOrderByEdition(
        rule.code(), year, below.stream().map(Office::id).toList()).stream()
        .collect(Collectors.groupingBy(OfficeReport::officeId));
    Map<String, LocalDate> since = firstCases.since(below.stream().map(Office::id).toList(), LocalDate.now(clock));
    return below.stream()
        .map(each -> due(rule, year, each, since.get(each.id()), written.getOrDefault(each.id(), List.of())))
        .filter(due -> due.duty() != Duty.NONE || due.newest() != null).toList();
  }

  /**
   * How many offices below an office owe a report by a day.
   *
   * @param sent those of them that have frozen it
   */
  public record Below(long offices, long sent) {}

  /** Of each report of a year, by the code of its rule. */
  public Map<String, Below> belowByRule(String office, int year, Actor actor) {
    visible(office, actor);
    List<Office> below = below(office);
    List<OfficeReports.Sent> sent = reports.sent(year, below.stream().map(Office::id).toList());
    return rules.all().stream().collect(Collectors.toMap(ReportRule::code, rule -> {
      Set<String> owing = below.stream().filter(each -> duty(rule, each) == Duty.BY_DAY).map(Office::id)
          .collect(Collectors.toSet());
      return new Below(owing.size(), sent.stream().filter(each -> each.getRuleCode().equals(rule.code())
          && owing.contains(each.getOfficeId())).count());
    }));
  }

  /** Reports of the own office that are late or soon will be; none for who does not lead it. */
  public List<Due> reminders(Actor actor) {
    if (!Reports.leads(actor)) {
      return List.of();
    }
    return of(actor.officeId(), LocalDate.now(clock).getYear(), actor).stream()
        .filter(due -> due.standing() == Standing.LATE || due.standing() == Standing.SOON).toList();
  }

  private Office visible(String office, Actor actor) {
    Supervisors.require(actor);
    return offices.find(office, LocalDate.now(clock)).filter(found -> reach.offices(actor).contains(office))
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "supervision-office"));
  }

  private List<Office> below(String office) {
    return offices.all(LocalDate.now(clock)).stream()
        .filter(each -> office.equals(each.parentId()) && each.kind() != OfficeKind.ROOM)
        .sorted(Comparator.comparing(Office::level).reversed().thenComparing(Office::name))
        .flatMap(each -> Stream.concat(Stream.of(each), below(each.id()).stream())).toList();
  }

  /** What the plan behind a rule asks of an office as the tree is today. */
  private Duty duty(ReportRule rule, Office office) {
    if (!offices.isAtOrBelow(office.id(), rule.area().office(), LocalDate.now(clock))) {
      return Duty.NONE;
    }
    return office.level() == rule.level() ? Duty.BY_DAY
        : office.level() == rule.summaryLevel() ? Duty.SUMMARY : Duty.NONE;
  }

  private Due due(ReportRule rule, int year, Office office, LocalDate since, List<OfficeReport> written) {
    List<OfficeReport> editions = written.stream().filter(each -> each.ruleCode().equals(rule.code())).toList();
    OfficeReport newest = editions.isEmpty() ? null : editions.get(editions.size() - 1);
    List<OfficeReport> frozen = editions.stream().filter(OfficeReport::frozen).toList();
    Duty duty = duty(rule, office);
    LocalDate lastDay = duty == Duty.BY_DAY ? rule.lastDayOnTime(year) : null;
    LocalDate today = LocalDate.now(clock);
    OfficeReport sent = frozen.isEmpty() ? null : frozen.get(frozen.size() - 1);
    Standing standing = sent == null ? open(rule.in(year), duty, lastDay, since)
        : lastDay != null && frozen.get(0).frozenOn().isAfter(lastDay) ? Standing.SENT_LATE : Standing.SENT;
    return new Due(rule, year, office, duty, newest, sent, lastDay, since, standing,
        deadlines.timeLeft(lastDay, today, false));
  }

  private Standing open(Period period, Duty duty, LocalDate lastDay, LocalDate since) {
    LocalDate today = LocalDate.now(clock);
    if (today.isBefore(period.first())) {
      return Standing.NOT_YET;
    }
    if (duty == Duty.NONE) {
      return Standing.NOT_OWED;
    }
    LocalDate end = lastDay != null && lastDay.isBefore(period.last()) ? lastDay : period.last();
    if (end.isBefore(today) && (since == null || since.isAfter(end))) {
      return Standing.NO_DATA;
    }
    if (lastDay == null || lastDay.isAfter(deadlines.soonUntil(today))) {
      return Standing.OPEN;
    }
    return lastDay.isBefore(today) ? Standing.LATE : Standing.SOON;
  }
}
