package vn.trian.document;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PaperRepository extends JpaRepository<Paper, UUID> {

  List<Paper> findByCaseCodeOrderByUploadedAtAscFileNameAsc(String caseCode);

  List<Paper> findByCaseCodeIsNullAndUploadedAtBefore(Instant limit, Limit count);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Paper p where p.id = :id")
  Optional<Paper> lock(UUID id);
}
