package vn.trian.deadline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface LedgerTable extends JpaRepository<LedgerEntity, Long> {

  List<LedgerEntity> findByCaseCodeOrderBySeq(String caseCode);

  Optional<LedgerEntity> findFirstByCaseCodeAndKindInOrderBySeqDesc(String caseCode, Collection<LedgerKind> kinds);

  int countByCaseCodeAndKind(String caseCode, LedgerKind kind);

  boolean existsByCaseCodeAndKindAndStep(String caseCode, LedgerKind kind, String step);
}
