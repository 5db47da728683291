package vn.trian.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.trian.shared.Json;

/** What the citizen was asked to bring: all that is missing, at once. */
@Entity
@Table(name = "supplement_request")
public class SupplementRequest {

  @Id
  private String id;
  private String caseCode;
  private int seq;
  private String requestedBy;
  private Instant requestedAt;
  private String step;
  @Column(length = 20_000)
  private String items;
  @Column(length = 4000)
  private String reason;
  private Instant answeredAt;

  protected SupplementRequest() {}

  SupplementRequest(String caseCode, int seq, String by, Instant at, String step, List<?> items, String reason) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = caseCode;
    this.seq = seq;
    this.requestedBy = by;
    this.requestedAt = at;
    this.step = step;
    this.items = Json.write(items);
    this.reason = reason;
  }

  void answered(Instant at) {
    this.answeredAt = at;
  }

  public int seq() {
    return seq;
  }

  public String requestedBy() {
    return requestedBy;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  public String step() {
    return step;
  }

  /** Maps with {@code kind} (paper id or null) and {@code text}. */
  public List<Object> items() {
    return Json.list(items);
  }

  public String reason() {
    return reason;
  }

  public Instant answeredAt() {
    return answeredAt;
  }
}
