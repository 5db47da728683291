package vn.trian.document;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DocumentRepository extends JpaRepository<Document, UUID> {

  List<Document> findByCaseCodeOrderByCreatedAtAsc(String caseCode);

  List<Document> findByListIdOrderByCreatedAtAsc(String listId);

  @Query("""
      select d from Document d where d.kind = :kind and d.officeId = :officeId
        and (d.caseCode = :caseCode or :caseCode is null and d.caseCode is null)
        and (d.listId = :listId or :listId is null and d.listId is null)
        and d.status in (DRAFT, SIGNED)""")
  List<Document> unissued(String caseCode, String listId, String kind, String officeId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from Document d where d.id = :id")
  Optional<Document> lock(UUID id);
}
