package vn.trian.workflow;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** Lists of files that were sent up together. */
@Service
public class Lists {

  private final Rows rows;
  private final Reach reach;

  Lists(Rows rows, Reach reach) {
    this.rows = rows;
    this.reach = reach;
  }

  /**
   * A list of the own office or one below it.
   *
   * @throws DomainException NOT_FOUND {@code list-unknown}
   */
  @Transactional(readOnly = true)
  public SubmissionList visible(String id, Actor actor) {
    return rows.findById(id)
        .filter(list -> reach.sees(actor, list.officeId(), list.officeId()))
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "list-unknown"));
  }

  interface Rows extends JpaRepository<SubmissionList, String> {}
}
