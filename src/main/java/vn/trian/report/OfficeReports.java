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

  List<OfficeReport> findByReportYearAndOfficeIdOrderByEdition(int year, String office);

  List<OfficeReport> findByRuleCodeAndReportYearAndOfficeIdInOrderByEdition(String rule, int year,
      Collection<String> offices);

  /** Reports of a year that an edition of is frozen, without reading their figures. */
  @Query("select distinct r.ruleCode as ruleCode, r.officeId as officeId from OfficeReport r"
      + " where r.reportYear = :year and r.officeId in :offices and r.frozenAt is not null")
  List<Sent> sent(int year, Collection<String> offices);

  /** A report that an office has frozen. */
  interface Sent {

    String getRuleCode();

    String getOfficeId();
  }
}
