package vn.trian.organization;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface SubstitutionTable extends JpaRepository<SubstitutionEntity, String> {

  List<SubstitutionEntity> findAllByOrderByFirstDayAscEnteredAtAsc();

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<SubstitutionEntity> findLockedById(String id);
}
