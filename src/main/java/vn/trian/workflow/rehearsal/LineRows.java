package vn.trian.workflow.rehearsal;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LineRows extends JpaRepository<Line, Long> {

  Page<Line> findByRehearsalIdAndPartOrderBySeq(String rehearsalId, Part part, Pageable page);

  Page<Line> findByRehearsalIdAndPartAndVerdictOrderBySeq(String rehearsalId, Part part, Verdict verdict,
      Pageable page);

  @Query("select l.part, l.verdict, count(l), sum(l.amountBefore), sum(l.amountAfter) from Line l"
      + " where l.rehearsalId = :rehearsalId group by l.part, l.verdict")
  List<Object[]> counts(String rehearsalId);
}
