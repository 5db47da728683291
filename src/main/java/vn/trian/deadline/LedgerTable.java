package vn.trian.deadline;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface LedgerTable extends JpaRepository<LedgerEntity, Long> {

  List<LedgerEntity> findByCaseCodeOrderBySeq(String caseCode);

  boolean existsByCaseCodeAndKindAndStep(String caseCode, LedgerKind kind, String step);
}
