package vn.trian.organization;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface OfficerTable extends JpaRepository<OfficerEntity, Long> {

  List<OfficerEntity> findAllByOrderById();

  /** Locked, always in one order. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  List<OfficerEntity> findByLoginInOrderById(Collection<String> logins);
}
