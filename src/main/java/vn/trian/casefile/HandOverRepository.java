package vn.trian.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface HandOverRepository extends JpaRepository<HandOver, String> {

  List<HandOver> findByCaseCodeOrderBySeq(String caseCode);

  Optional<HandOver> findFirstByCaseCodeOrderBySeqDesc(String caseCode);

  @Query("select coalesce(max(h.seq), 0) from HandOver h where h.caseCode = :caseCode")
  int lastSeq(String caseCode);
}
