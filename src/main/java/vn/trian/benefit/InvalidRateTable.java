package vn.trian.benefit;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface InvalidRateTable extends JpaRepository<InvalidRateEntity, Long> {

  List<InvalidRateEntity> findAllByOrderById();
}
