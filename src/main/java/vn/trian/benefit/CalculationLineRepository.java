package vn.trian.benefit;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface CalculationLineRepository extends JpaRepository<CalculationLine, String> {

  List<CalculationLine> findByCaseCodeOrderBySeq(String caseCode);

  @Modifying(flushAutomatically = true, clearAutomatically = false)
  @Query("delete from CalculationLine l where l.caseCode = :caseCode and l.finalLine = false")
  void deleteDrafts(String caseCode);
}
