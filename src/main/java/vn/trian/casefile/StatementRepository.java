package vn.trian.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StatementRepository extends JpaRepository<Statement, String> {

  List<Statement> findByCaseCodeOrderBySeq(String caseCode);

  @Query("select coalesce(max(s.seq), 0) from Statement s where s.caseCode = :caseCode")
  int lastSeq(String caseCode);
}
