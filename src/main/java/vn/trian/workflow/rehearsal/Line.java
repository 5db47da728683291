package vn.trian.workflow.rehearsal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.shared.Label;

/** What a rehearsal says of one scenario or case. Of a real case nothing but its code and what would differ. */
@Entity
@Table(name = "rehearsal_line")
public class Line {

  private static final int FINDINGS = 200_000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String rehearsalId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Part part;

  private int seq;
  private String subject;
  private String nameVi;
  private String nameEn;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Verdict verdict;

  private Long amountBefore;
  private Long amountAfter;
  @Column(length = FINDINGS)
  private String findings;

  protected Line() {}

  Line(String rehearsalId, Part part, int seq, Told told) {
    this.rehearsalId = rehearsalId;
    this.part = part;
    this.seq = seq;
    this.subject = told.subject();
    this.nameVi = told.name() == null ? null : told.name().vi();
    this.nameEn = told.name() == null ? null : told.name().in("en");
    this.verdict = told.verdict();
    this.amountBefore = told.amountBefore();
    this.amountAfter = told.amountAfter();
    this.findings = Finding.write(told.findings(), FINDINGS);
  }

  /**
   * What there is to say.
   *
   * @param subject id of a scenario, code of a case
   * @param name    of a scenario; null of a case
   * @param amountBefore sum in the case's own release; null where nothing is compared
   * @param amountAfter  sum in the release that is rehearsed
   */
  record Told(String subject, Label name, Verdict verdict, Long amountBefore, Long amountAfter,
      List<Finding> findings) {

    Told(String subject, Label name, Verdict verdict, List<Finding> findings) {
      this(subject, name, verdict, null, null, findings);
    }
  }

  /** Id of a scenario, code of a case. */
  public String subject() {
    return subject;
  }

  /** Name of a scenario; null of a case. */
  public Label name() {
    return nameVi == null ? null : new Label(nameVi, nameEn);
  }

  public Verdict verdict() {
    return verdict;
  }

  public List<Finding> findings() {
    return Finding.read(findings);
  }
}
