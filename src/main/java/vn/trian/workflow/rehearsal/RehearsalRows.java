package vn.trian.workflow.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Each step of a rehearsal changes its row by itself: nobody waits for who counts on. */
interface RehearsalRows extends JpaRepository<Rehearsal, String> {

  List<Rehearsal> findByReleaseIdOrderByRequestedAtDesc(String releaseId, Limit most);

  Optional<Rehearsal> findFirstByReleaseIdAndStateOrderByRequestedAtDesc(String releaseId, RehearsalState state);

  @Modifying(clearAutomatically = true)
  @Query("update Rehearsal r set r.state = RUNNING, r.startedAt = :now, r.beatAt = :now"
      + " where r.id = :id and r.state = QUEUED and r.stopAsked = false")
  int begin(String id, Instant now);

  @Modifying(clearAutomatically = true)
  @Query("update Rehearsal r set r.part = :part, r.done = :done, r.total = :total, r.beatAt = :now where r.id = :id")
  void progress(String id, Part part, int done, int total, Instant now);

  @Modifying(clearAutomatically = true)
  @Query("update Rehearsal r set r.summary = :summary where r.id = :id")
  void summary(String id, String summary);

  @Modifying(clearAutomatically = true)
  @Query("update Rehearsal r set r.beatAt = :now where r.id in :ids and r.state in (QUEUED, RUNNING)")
  void beat(List<String> ids, Instant now);

  @Modifying(clearAutomatically = true)
  @Query("update Rehearsal r set r.state = :state, r.openRelease = null, r.endedAt = :now,"
      + " r.failure = :failure"
      + " where r.id = :id and r.state in (QUEUED, RUNNING)")
  int end(String id, RehearsalState state, Instant now, String failure);

  @Modifying(clearAutomatically = true)
  @Query("update Rehearsal r set r.stopAsked = true, r.stoppedName = :name"
      + " where r.id = :id and r.state in (QUEUED, RUNNING) and r.stopAsked = false")
  int stop(String id, String name);

  @Modifying(clearAutomatically = true)
  @Query("update Rehearsal r set r.state = BROKEN_OFF, r.openRelease = null, r.endedAt = r.beatAt"
      + " where r.state in (QUEUED, RUNNING) and r.beatAt < :silentSince")
  int breakOff(Instant silentSince);

  @Query("select count(r) > 0 from Rehearsal r"
      + " where r.id = :id and r.stopAsked = false and r.state in (QUEUED, RUNNING)")
  boolean goesOn(String id);

  @Query("select count(r) from Rehearsal r where r.releaseId = :releaseId and r.state in (QUEUED, RUNNING)")
  long open(String releaseId);
}
