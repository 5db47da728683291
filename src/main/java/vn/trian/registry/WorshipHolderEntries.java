package vn.trian.registry;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface WorshipHolderEntries extends JpaRepository<WorshipHolderEntry, String> {

  Optional<WorshipHolderEntry> findByCurrentKey(String martyrId);

  Optional<WorshipHolderEntry> findFirstByMartyrIdAndCaseCode(String martyrId, String caseCode);

  List<WorshipHolderEntry> findByMartyrIdOrderByFirstYearAscIdAsc(String martyrId);

  List<WorshipHolderEntry> findByPersonIdAndCurrentKeyNotNullOrderByFirstYearAscIdAsc(String personId);
}
