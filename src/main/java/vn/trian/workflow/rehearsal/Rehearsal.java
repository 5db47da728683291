package vn.trian.workflow.rehearsal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.procedure.ReleaseEvent.Person;

/** One rehearsal of a release: who asked for it, when, and how far it came. */
@Entity
@Table(name = "rehearsal")
public class Rehearsal {

  @Id
  private String id;
  private String releaseId;
  /** The release until it is over: of two who begin at once, on whatever node, the second is refused. */
  private String openRelease;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private RehearsalState state;

  private int casesWanted;
  private Instant requestedAt;
  private String requestedBy;
  private String requestedName;
  private Instant startedAt;
  private Instant endedAt;
  private Instant beatAt;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Part part;

  private int done;
  private int total;
  private boolean stopAsked;
  private String stoppedName;
  @Column(length = 20_000)
  private String failure;
  @Column(length = 200_000)
  private String summary;

  protected Rehearsal() {}

  Rehearsal(String releaseId, int casesWanted, Person by, Instant at) {
    this.id = UUID.randomUUID().toString();
    this.releaseId = releaseId;
    this.openRelease = releaseId;
    this.state = RehearsalState.QUEUED;
    this.casesWanted = casesWanted;
    this.requestedAt = at;
    this.requestedBy = by.login();
    this.requestedName = by.name();
    this.beatAt = at;
  }

  public String id() {
    return id;
  }

  public String releaseId() {
    return releaseId;
  }

  public RehearsalState state() {
    return state;
  }

  /** How many finished cases were to be played once more. */
  public int casesWanted() {
    return casesWanted;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  public String requestedName() {
    return requestedName;
  }

  /** Null while it is not over. */
  public Instant endedAt() {
    return endedAt;
  }

  Instant beatAt() {
    return beatAt;
  }

  /** What is being played; null before it begins. */
  public Part part() {
    return part;
  }

  /** How many scenarios or cases of {@link #part()} were looked at. */
  public int done() {
    return done;
  }

  /** How many there are in {@link #part()}; 0 while that is not known. */
  public int total() {
    return total;
  }

  /** Whether somebody asked for its end, which comes with the scenario or case that it is at. */
  public boolean stopAsked() {
    return stopAsked;
  }

  /** Who had it stopped; null when nobody did. */
  public String stoppedName() {
    return stoppedName;
  }

  /** What cases or scenarios have in common: sentences with the number of cases, by part. */
  public List<Finding> summary(Part of) {
    return Finding.read(summary).stream().filter(each -> each.code().equals(summaryOf(of)))
        .map(each -> new Finding(of == Part.SCENARIOS ? summaryOf(of) : "rehearsal.summary", each.arguments())).toList();
  }

  static String summaryOf(Part part) {
    return "rehearsal.summary." + part;
  }

  /** Why it could not be held; empty when it could. */
  public List<Finding> failure() {
    return Finding.read(failure);
  }
}
