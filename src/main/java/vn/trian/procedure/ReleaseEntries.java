package vn.trian.procedure;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ReleaseEntries extends JpaRepository<ReleaseEntry, String> {

  Optional<ReleaseEntry> findByActiveKey(String procedureKey);

  Optional<ReleaseEntry> findByDeploymentId(String deploymentId);

  List<ReleaseEntry> findByActiveTrueOrderByNameVi();

  List<ReleaseEntry> findByProcedureKeyOrderByVersionDesc(String procedureKey);

  Optional<ReleaseEntry> findFirstByProcedureKeyAndChecksumOrderByVersionDesc(String procedureKey, String checksum);

  @Query("select coalesce(max(r.version), 0) from ReleaseEntry r where r.procedureKey = :procedureKey")
  int lastVersion(String procedureKey);
}
