package vn.trian.casefile;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CaseFileRepository extends JpaRepository<CaseFile, String> {

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

  @Query("select c.releaseId, count(c) from CaseFile c where c.closedAt is null group by c.releaseId")
  List<Object[]> openByRelease();

  @Query("select c.code from CaseFile c where c.procedureKey = :procedure and c.closedAt is not null"
      + " order by c.closedAt desc, c.code limit :most")
  List<String> endedLast(String procedure, int most);

  @Query("select c from CaseFile c where c.procedureKey = :procedure and c.closedAt is null and c.code > :after"
      + " order by c.code limit :most")
  List<CaseFile> openAfter(String procedure, String after, int most);

  @Query("select count(c) from CaseFile c where c.procedureKey = :procedure and c.closedAt is null")
  int countOpen(String procedure);
}
