package vn.trian.benefit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.CalculationLine.Computed;
import vn.trian.benefit.CalculationLine.Periodicity;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.procedure.DecisionRef;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.shared.Expressions;
import vn.trian.shared.Vnd;

/** Applies the decision tables of a procedure to a case: may it be granted, and how much. */
@Service
public class Assessment {

  private final DecisionTables tables;
  private final Procedures procedures;
  private final CaseContexts contexts;
  private final Rates rates;
  private final CalculationLineRepository lines;
  private final Expressions feel;
  private final Clock clock;

  Assessment(DecisionTables tables, Procedures procedures, CaseContexts contexts, Rates rates,
      CalculationLineRepository lines, Expressions feel, Clock clock) {
    this.tables = tables;
    this.procedures = procedures;
    this.contexts = contexts;
    this.rates = rates;
    this.lines = lines;
    this.feel = feel;
    this.clock = clock;
  }

  /**
   * What the eligibility decision says; empty for a procedure without one.
   *
   * @param running answers that are just being given, by step, laid over the stored ones
   */
  @Transactional(readOnly = true, noRollbackFor = DomainException.class)
  public Optional<Eligibility> eligibility(CaseFile file, Map<String, Map<String, Object>> running) {
    Release release = procedures.release(file.releaseId());
    DecisionRef decision = release.procedure().eligibility();
    if (decision == null) {
      return Optional.empty();
    }
    var rows = tables.evaluate(release.deploymentId(), decision.decision(), contexts.with(file, running));
    if (rows.isEmpty()) {
      return Optional.of(new Eligibility(Eligibility.Result.UNDECIDED, null, null, null, Map.of()));
    }
    Map<String, Object> row = rows.get(0);
    return Optional.of(new Eligibility(Eligibility.Result.valueOf(text(row, "result")), text(row, "reasonCode"),
        text(row, "article"), text(row, "explanation"), row));
  }

  /** The lines that the amount decision yields now, without storing them. */
  @Transactional(readOnly = true, noRollbackFor = DomainException.class)
  public List<CalculationLine> preview(CaseFile file, Map<String, Map<String, Object>> running) {
    Release release = procedures.release(file.releaseId());
    DecisionRef decision = release.procedure().amount();
    if (decision == null) {
      return List.of();
    }
    Map<String, Object> context = contexts.with(file, running);
    List<CalculationLine> result = new ArrayList<>();
    for (Map<String, Object> row : rows(release, decision, context)) {
      result.add(new CalculationLine(file.code(), result.size() + 1, computed(row)));
    }
    return result;
  }

  /** Computes and stores the lines; stored lines of a draft are replaced. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<CalculationLine> calculate(CaseFile file) {
    lines.deleteDrafts(file.code());
    return lines.saveAll(preview(file, Map.of()));
  }

  /** Forgets the lines of a draft, as when the officer now proposes to refuse. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void discard(CaseFile file) {
    lines.deleteDrafts(file.code());
  }

  /** The stored lines of a case. */
  @Transactional(readOnly = true)
  public List<CalculationLine> lines(String caseCode) {
    return lines.findByCaseCodeOrderBySeq(caseCode);
  }

  /** Sum of lines. */
  public static Vnd total(List<CalculationLine> lines) {
    return lines.stream().map(CalculationLine::amount).reduce(Vnd.ZERO, Vnd::plus);
  }

  /** Sums of lines, what is paid once apart from what is paid each month or year; in the order of the enum. */
  public static Map<Periodicity, Vnd> totals(List<CalculationLine> lines) {
    Map<Periodicity, Vnd> totals = new EnumMap<>(Periodicity.class);
    lines.forEach(line -> totals.merge(line.periodicity(), line.amount(), Vnd::plus));
    return totals;
  }

  private List<Map<String, Object>> rows(Release release, DecisionRef decision, Map<String, Object> context) {
    if (decision.forEach() == null) {
      return tables.evaluate(release.deploymentId(), decision.decision(), context);
    }
    List<Map<String, Object>> all = new ArrayList<>();
    if (feel.value(decision.forEach(), context) instanceof Iterable<?> items) {
      for (Object item : items) {
        Map<String, Object> withItem = new LinkedHashMap<>(context);
        withItem.put("item", item);
        all.addAll(tables.evaluate(release.deploymentId(), decision.decision(), withItem));
      }
    }
    return all;
  }

  private Computed computed(Map<String, Object> row) {
    LocalDate asOf = row.get("asOf") == null ? LocalDate.now(clock) : day(row.get("asOf"));
    String rateCode = text(row, "rateCode");
    Optional<Rate> rate = rateCode == null ? Optional.empty() : Optional.of(rates.get(rateCode, asOf));
    BigDecimal unit = row.get("unitAmount") == null
        ? rate.map(Rate::amount).map(BigDecimal::valueOf).orElseThrow(() -> incomplete("unitAmount"))
        : number(row, "unitAmount");
    String legalBasis = text(row, "legalBasis");
    String firstPeriod = text(row, "firstPeriod");
    return new Computed(required(row, "benefit"), required(row, "label"), rateCode, asOf,
        new Vnd(unit.longValueExact()),
        row.get("quantity") == null ? BigDecimal.ONE : number(row, "quantity"),
        row.get("periodicity") == null ? Periodicity.ONCE : Periodicity.valueOf(text(row, "periodicity")),
        firstPeriod == null ? Integer.toString(asOf.getYear()) : firstPeriod,
        row.get("periods") == null ? 1 : number(row, "periods").intValueExact(),
        text(row, "claimKey"), text(row, "recipient"),
        legalBasis == null ? rate.map(Rate::legalBasis).orElse("") : legalBasis,
        rate.map(Rate::confidence).orElse(Confidence.A), text(row, "note"));
  }

  private static LocalDate day(Object value) {
    if (value instanceof LocalDate date) {
      return date;
    }
    if (value instanceof ZonedDateTime zoned) {
      return zoned.toLocalDate();
    }
    if (value instanceof LocalDateTime local) {
      return local.toLocalDate();
    }
    if (value instanceof Date date) {
      // made by the engine of a day, in this zone
      return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault());
    }
    return LocalDate.parse(value.toString());
  }

  private static BigDecimal number(Map<String, Object> row, String key) {
    return new BigDecimal(row.get(key).toString()).stripTrailingZeros();
  }

  private static String required(Map<String, Object> row, String key) {
    String value = text(row, key);
    if (value == null) {
      throw incomplete(key);
    }
    return value;
  }

  private static String text(Map<String, Object> row, String key) {
    Object value = row.get(key);
    if (value instanceof Double number && number == Math.rint(number)) {
      return Long.toString(number.longValue());
    }
    return value == null || value.toString().isBlank() ? null : value.toString();
  }

  private static DomainException incomplete(String output) {
    return new DomainException(DomainException.Kind.INVALID, "amount-incomplete", output);
  }
}
