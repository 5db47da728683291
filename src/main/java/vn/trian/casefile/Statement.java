package vn.trian.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.trian.security.Actor;
import vn.trian.security.StandIn;
import vn.trian.shared.Json;
import vn.trian.shared.Label;

/** What one person said in one step: the outcome, the reason and the answers of the form. */
@Entity
@Table(name = "statement")
public class Statement {

  @Id
  private String id;
  private String caseCode;
  private int seq;
  private String step;
  private String stepName;
  private String phase;
  private String actor;
  private String actorName;
  private String forName;
  private String officeId;
  private Instant statedAt;
  private String outcome;
  private String outcomeLabel;
  private String reasonCode;
  @Column(length = 4000)
  private String reason;
  @Column(length = 20_000)
  private String details;
  @Column(length = 200_000)
  private String data;

  protected Statement() {}

  Statement(String caseCode, int seq, Said said, Actor by, Instant at) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = caseCode;
    this.seq = seq;
    this.step = said.step();
    this.stepName = said.stepName();
    this.phase = said.phase();
    this.actor = by.login();
    this.actorName = by.name();
    this.forName = by.behalfName();
    this.officeId = by.officeId();
    this.statedAt = at;
    this.outcome = said.outcome();
    this.outcomeLabel = said.outcomeLabel();
    this.reasonCode = said.reasonCode();
    this.reason = said.reason();
    this.details = said.details() == null || said.details().isEmpty() ? null : Json.write(said.details());
    this.data = said.data() == null || said.data().isEmpty() ? null : Json.write(said.data());
  }

  /**
   * The content of a statement.
   *
   * @param phase   {@code prepare}, {@code check} or {@code sign}
   * @param details what the outcome asked for: missing items, the other body, the files of a list
   * @param data    checked answers of the step's form
   */
  public record Said(
      String step,
      String stepName,
      String phase,
      String outcome,
      String outcomeLabel,
      String reasonCode,
      String reason,
      Map<String, Object> details,
      Map<String, Object> data) {}

  public String id() {
    return id;
  }

  public int seq() {
    return seq;
  }

  public String step() {
    return step;
  }

  public String stepName() {
    return stepName;
  }

  public String phase() {
    return phase;
  }

  public String actor() {
    return actor;
  }

  /** Who said it, and for whom: "A thay B". */
  public Label speaker() {
    return StandIn.said(actorName, forName);
  }

  public String officeId() {
    return officeId;
  }

  public Instant statedAt() {
    return statedAt;
  }

  public String outcome() {
    return outcome;
  }

  public String outcomeLabel() {
    return outcomeLabel;
  }

  public String reasonCode() {
    return reasonCode;
  }

  public String reason() {
    return reason;
  }

  /** What the outcome asked for beside the reason; empty when it asked for nothing. */
  public Map<String, Object> details() {
    return Json.map(details);
  }

  /** Checked answers of the form; empty when none were given. */
  public Map<String, Object> data() {
    return Json.map(data);
  }
}
