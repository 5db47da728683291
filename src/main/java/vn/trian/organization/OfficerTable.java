package vn.trian.organization;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface OfficerTable extends JpaRepository<OfficerEntity, Long> {

  List<OfficerEntity> findAllByOrderById();
}
