package vn.trian.registry;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface KinshipEntries extends JpaRepository<KinshipEntry, String> {

  List<KinshipEntry> findByMartyrIdOrderByPositionAscIdAsc(String martyrId);

  List<KinshipEntry> findByDeceasedPersonIdOrderByPositionAscIdAsc(String personId);

  List<KinshipEntry> findByPersonIdOrderByIdAsc(String personId);
}
