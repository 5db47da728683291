package vn.trian.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What is kept beside a group that may do a task: what its list is sorted and narrowed by, so that a queue is read from
 * one index however many tasks there are.
 */
@Embeddable
class Candidate {

  /** Later than every limit: what has none comes last. */
  private static final LocalDate NO_LIMIT = LocalDate.of(9999, 12, 31);

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "place", length = 10)
  private Place place;

  private LocalDate sortOn;
  private Instant createdAt;

  protected Candidate() {}

  Candidate(WorkItem item) {
    this.sortOn = item.dueOn() == null ? NO_LIMIT : item.dueOn();
    this.createdAt = item.createdAt();
    this.place = Place.of(item);
  }

  /** Where a task stands for those who may do it. */
  enum Place {
    /** Nobody has taken it. */
    QUEUE,
    TAKEN,
    /** The citizen or another body has the next move. */
    WAITING;

    static Place of(WorkItem item) {
      return item.waiting() ? WAITING : item.assignee() == null ? QUEUE : TAKEN;
    }
  }
}
