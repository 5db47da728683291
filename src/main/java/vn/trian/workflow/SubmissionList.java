package vn.trian.workflow;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Files that one office sends up together, as one list with one submission letter. */
@Entity
@Table(name = "submission_list")
public class SubmissionList {

  @Id
  private String id;
  private String procedureKey;
  private String step;
  private String officeId;
  private String createdBy;
  private Instant createdAt;

  // read by pages, after the transaction; for all lists of a page at once
  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SUBSELECT)
  @CollectionTable(name = "submission_list_item", joinColumns = @JoinColumn(name = "list_id"))
  @OrderColumn(name = "position")
  @Column(name = "case_code")
  private List<String> caseCodes = new ArrayList<>();

  protected SubmissionList() {}

  SubmissionList(String procedureKey, String step, String officeId, String by, Instant at, List<String> caseCodes) {
    this.id = UUID.randomUUID().toString();
    this.procedureKey = procedureKey;
    this.step = step;
    this.officeId = officeId;
    this.createdBy = by;
    this.createdAt = at;
    this.caseCodes = new ArrayList<>(caseCodes);
  }

  public String id() {
    return id;
  }

  public String procedureKey() {
    return procedureKey;
  }

  public String step() {
    return step;
  }

  public String createdBy() {
    return createdBy;
  }

  public String officeId() {
    return officeId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Codes of the cases, in the order of the list. */
  public List<String> caseCodes() {
    return List.copyOf(caseCodes);
  }
}
