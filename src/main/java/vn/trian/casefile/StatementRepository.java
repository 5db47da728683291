package vn.trian.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StatementRepository extends JpaRepository<Statement, String> {

  List<Statement> findByCaseCodeOrderBySeq(String caseCode);

  @Query("""
      select new vn.trian.casefile.Hand(s.caseCode, s.step, s.phase, s.outcome, s.actor) from Statement s
      where s.caseCode in :caseCodes order by s.caseCode, s.seq""")
  List<Hand> hands(Collection<String> caseCodes);

  @Query("select coalesce(max(s.seq), 0) from Statement s where s.caseCode = :caseCode")
  int lastSeq(String caseCode);
}
