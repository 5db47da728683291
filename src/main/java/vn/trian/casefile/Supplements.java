package vn.trian.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.security.Actor;

/** Requests to the citizen to bring what is missing. */
@Service
public class Supplements {

  private final Requests requests;
  private final Clock clock;

  Supplements(Requests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /** Writes down what the citizen is asked to bring. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void request(String caseCode, String step, List<?> items, String reason, Actor by) {
    int seq = requests.findByCaseCodeOrderBySeq(caseCode).size() + 1;
    requests.save(new SupplementRequest(caseCode, seq, by.login(), clock.instant(), step, items, reason));
  }

  /** The citizen has come: the open request, if there is one, waits no longer. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answered(String caseCode) {
    open(caseCode).ifPresent(request -> request.answered(clock.instant()));
  }

  /** The request that waits for the citizen now. */
  @Transactional(readOnly = true)
  public Optional<SupplementRequest> open(String caseCode) {
    return requests.findByCaseCodeOrderBySeq(caseCode).stream()
        .filter(request -> request.answeredAt() == null)
        .reduce((first, second) -> second);
  }

  interface Requests extends JpaRepository<SupplementRequest, String> {

    List<SupplementRequest> findByCaseCodeOrderBySeq(String caseCode);
  }
}
