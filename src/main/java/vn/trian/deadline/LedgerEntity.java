package vn.trian.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.shared.Confidence;

@Entity
@Immutable
@Table(name = "deadline_entry")
class LedgerEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  @Column(name = "case_code", length = 60, nullable = false)
  private String caseCode;
  @Column(nullable = false)
  private int seq;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 20, nullable = false)
  private LedgerKind kind;
  @Column(length = 100)
  private String step;
  @Column(name = "step_name", length = 300)
  private String stepName;
  @Column(name = "happened_at", nullable = false)
  private Instant at;
  @Column(name = "happened_on", nullable = false)
  private LocalDate day;
  private Integer amount;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 20)
  private DayUnit unit;
  @Column(name = "step_due_on")
  private LocalDate stepDueOn;
  @Column(name = "case_due_on")
  private LocalDate caseDueOn;
  @Column(length = 4000, nullable = false)
  private String explanation;
  @Column(name = "explanation_en", length = 4000)
  private String explanationEn;
  @Column(name = "legal_basis", length = 1000)
  private String legalBasis;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 1)
  private Confidence confidence;
  @Column(length = 100, nullable = false)
  private String actor;

  protected LedgerEntity() {}

  LedgerEntity(String caseCode, LedgerLine line) {
    this.caseCode = caseCode;
    seq = line.seq();
    kind = line.kind();
    step = line.step();
    stepName = line.stepName();
    at = line.at();
    day = line.day();
    amount = line.amount();
    unit = line.unit();
    stepDueOn = line.stepDueOn();
    caseDueOn = line.caseDueOn();
    explanation = line.explanation();
    explanationEn = line.explanationEn();
    legalBasis = line.legalBasis();
    confidence = line.confidence();
    actor = line.actor();
  }

  LedgerLine view() {
    return new LedgerLine(seq, kind, step, stepName, at, day, amount, unit, stepDueOn, caseDueOn, explanation,
        explanationEn, legalBasis, confidence, actor);
  }
}
