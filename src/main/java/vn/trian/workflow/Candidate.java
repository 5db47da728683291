package vn.trian.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A group that may do a task. It repeats of the task what its list is sorted and narrowed by, so that a queue is read
 * from one index however many tasks there are.
 */
@Entity
@Table(name = "work_item_group")
@IdClass(Candidate.Key.class)
class Candidate {

  /** Later than every limit: what has none comes last. */
  private static final LocalDate NO_LIMIT = LocalDate.of(9999, 12, 31);

  @Id
  private String groupId;

  @Id
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "task_id")
  private WorkItem item;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 10)
  private Place place;

  private LocalDate sortOn;
  private Instant createdAt;

  protected Candidate() {}

  Candidate(WorkItem item, String groupId) {
    this.item = item;
    this.groupId = groupId;
    this.sortOn = item.dueOn() == null ? NO_LIMIT : item.dueOn();
    this.createdAt = item.createdAt();
    follow();
  }

  /** Where a task stands for those who may do it. */
  enum Place {
    /** Nobody has taken it. */
    QUEUE,
    TAKEN,
    /** The citizen or another body has the next move. */
    WAITING
  }

  /** Goes where its task is. */
  void follow() {
    place = item.waiting() ? Place.WAITING : item.assignee() == null ? Place.QUEUE : Place.TAKEN;
  }

  String groupId() {
    return groupId;
  }

  /** What makes a row the only one: a group and a task. */
  static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String groupId;
    private String item;

    protected Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.groupId.equals(groupId) && key.item.equals(item);
    }

    @Override
    public int hashCode() {
      return 31 * groupId.hashCode() + item.hashCode();
    }
  }
}
