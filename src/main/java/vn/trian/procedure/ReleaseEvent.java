package vn.trian.procedure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that happened to a release; never changed. */
@Entity
@Table(name = "release_event")
public class ReleaseEvent {

  /** What may happen. */
  public enum Kind {
    BROUGHT,
    APPROVED,
    DISCARDED,
    ACTIVATED,
    /** An earlier release was put to work again. */
    RETURNED_TO,
    RETIRED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String releaseId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Kind kind;

  private Instant happenedAt;
  private String actor;
  private String actorName;
  private String note;

  protected ReleaseEvent() {}

  ReleaseEvent(String releaseId, Kind kind, Instant happenedAt, Person by, String note) {
    this.releaseId = releaseId;
    this.kind = kind;
    this.happenedAt = happenedAt;
    this.actor = by.login();
    this.actorName = by.name();
    this.note = note;
  }

  /** Who acts on a release. */
  public record Person(String login, String name) {

    /** The application itself. */
    public static final Person SYSTEM = new Person("system", "Hệ thống");
  }

  public Kind kind() {
    return kind;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public String actor() {
    return actor;
  }

  public String actorName() {
    return actorName;
  }

  /** Why, in the words of who did it; null for nothing said. */
  public String note() {
    return note;
  }
}
