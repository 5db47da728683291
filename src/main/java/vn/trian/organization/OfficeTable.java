package vn.trian.organization;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface OfficeTable extends JpaRepository<OfficeEntity, Long> {

  List<OfficeEntity> findAllByOrderById();
}
