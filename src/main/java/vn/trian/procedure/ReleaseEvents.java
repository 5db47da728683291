package vn.trian.procedure;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReleaseEvents extends JpaRepository<ReleaseEvent, Long> {

  List<ReleaseEvent> findByReleaseIdOrderById(String releaseId);
}
