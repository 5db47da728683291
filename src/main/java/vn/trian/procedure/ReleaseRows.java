package vn.trian.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ReleaseRows extends JpaRepository<ProcedureRelease, String> {

  Optional<ProcedureRelease> findByProcedureKeyAndActiveTrue(String procedureKey);

  List<ProcedureRelease> findByActiveTrueOrderByCodeAscNameViAsc();

  Optional<ProcedureRelease> findFirstByProcedureKeyAndSourceOrderByVersionDesc(String procedureKey,
      Procedures.Source source);

  List<ProcedureRelease> findByProcedureKeyOrderByVersionDesc(String procedureKey);

  List<ProcedureRelease> findAllByOrderByProcedureKeyAscVersionDesc();

  List<ProcedureRelease> findByStateAndActivateOnLessThanEqualOrderByCreatedAt(ReleaseState state, LocalDate day);

  long countByStateAndCreatedByNot(ReleaseState state, String login);

  @Query("select coalesce(max(r.version), 0) from ProcedureRelease r where r.procedureKey = :key")
  int lastVersion(String key);
}
