package vn.trian.benefit;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface RateTable extends JpaRepository<RateEntity, Long> {

  List<RateEntity> findAllByOrderById();
}
