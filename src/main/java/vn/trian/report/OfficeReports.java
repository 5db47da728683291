package vn.trian.report;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface OfficeReports extends JpaRepository<OfficeReport, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from OfficeReport r where r.id = :id")
  Optional<OfficeReport> lock(String id);

  /** Editions of one report, the first one first. */
  List<OfficeReport> findByRuleCodeAndReportYearAndOfficeIdOrderByEdition(String rule, int year, String office);

  List<OfficeReport> findByReportYearAndOfficeIdInOrderByEdition(int year, Collection<String> offices);
}
