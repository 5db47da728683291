package vn.trian.benefit;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface DeviceTable extends JpaRepository<DeviceEntity, Long> {

  List<DeviceEntity> findAllByOrderById();
}
