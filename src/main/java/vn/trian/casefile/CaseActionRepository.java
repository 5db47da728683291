package vn.trian.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseActionRepository extends JpaRepository<CaseAction, String> {

  List<CaseAction> findByCaseCodeOrderBySeq(String caseCode);

  Optional<CaseAction> findFirstByCaseCodeOrderBySeqDesc(String caseCode);
}
