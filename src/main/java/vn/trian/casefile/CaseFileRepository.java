package vn.trian.casefile;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CaseFileRepository extends JpaRepository<CaseFile, String> {

  /** Cases of the offices within reach that a search finds; an empty text finds all. */
  String FOUND_WITHIN = """
      select c from CaseFile c
      where (c.receivingOffice in :offices or c.office in :offices)
        and (:text = '' or c.ownerFolded like :pattern escape '!' or c.subjectFolded like :pattern escape '!'
             or lower(c.code) like :pattern escape '!' or c.ownerIdNumber = :text)""";

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CaseFile c where c.code = :code")
  Optional<CaseFile> lock(String code);

  @Query("""
      select c from CaseFile c
      where c.duplicateKey = :key and c.procedureKey = :procedure
        and c.state not in (WITHDRAWN, RECEIPT_REFUSED)
        and (c.result is null or c.result <> 'REJECTED')
      order by c.receivedAt desc limit 5""")
  List<CaseFile> sameMatter(String procedure, String key);

  @Query(FOUND_WITHIN + " and (:state is null or c.state = :state)")
  Page<CaseFile> search(Collection<String> offices, String text, String pattern, CaseState state, Pageable page);

  @Query(FOUND_WITHIN + " and c.state in :states")
  Page<CaseFile> inStates(Collection<String> offices, String text, String pattern, Collection<CaseState> states,
      Pageable page);

  @Query(FOUND_WITHIN + " and c.paused = false and c.stepDueOn < :today")
  Page<CaseFile> late(Collection<String> offices, String text, String pattern, LocalDate today, Pageable page);

  @Query("""
      select count(c) from CaseFile c
      where (c.receivingOffice in :offices or c.office in :offices) and c.paused = false and c.stepDueOn < :today""")
  long countLate(Collection<String> offices, LocalDate today);

  @Query("""
      select c.state, count(c) from CaseFile c
      where c.receivingOffice in :offices or c.office in :offices group by c.state""")
  List<Object[]> countByState(Collection<String> offices);
}
