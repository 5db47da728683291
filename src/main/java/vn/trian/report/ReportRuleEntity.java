package vn.trian.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.MonthDay;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.report.ReportRule.Area;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;
import vn.trian.shared.Level;

@Entity
@Table(name = "report_rule")
class ReportRuleEntity {

  /** Before month and day alone. */
  private static final String NO_YEAR = "--";

  @Id
  private String code;
  private int seq;
  private String nameVi;
  private String nameEn;
  private String period;
  private String firstDay;
  private String lastDay;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Confidence periodConfidence;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "level_code")
  private Level level;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Level summaryLevel;
  private String areaOffice;
  private String areaVi;
  private String areaEn;
  private String addressee;
  private String dueBefore;
  private int planYear;
  private String source;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Confidence confidence;

  protected ReportRuleEntity() {}

  /** A row of the packaged file. */
  ReportRuleEntity(int seq, Map<String, String> row) {
    this.code = row.get("code");
    this.seq = seq;
    this.nameVi = row.get("name_vi");
    this.nameEn = row.get("name_en");
    this.period = row.get("period");
    this.firstDay = row.get("first_day");
    this.lastDay = row.get("last_day");
    this.periodConfidence = Confidence.valueOf(row.get("period_confidence"));
    this.level = Level.valueOf(row.get("level"));
    this.summaryLevel = row.get("summary_level").isEmpty() ? null : Level.valueOf(row.get("summary_level"));
    this.areaOffice = row.get("area_office");
    this.areaVi = row.get("area_vi");
    this.areaEn = row.get("area_en");
    this.addressee = row.get("addressee");
    this.dueBefore = row.get("due_before");
    this.planYear = Integer.parseInt(row.get("plan_year"));
    this.source = row.get("source");
    this.confidence = Confidence.valueOf(row.get("confidence"));
  }

  ReportRule view() {
    return new ReportRule(code, new Label(nameVi, nameEn), period, MonthDay.parse(NO_YEAR + firstDay),
        MonthDay.parse(NO_YEAR + lastDay), periodConfidence, new Area(areaOffice, new Label(areaVi, areaEn)), level,
        summaryLevel, addressee, MonthDay.parse(NO_YEAR + dueBefore), planYear, source, confidence);
  }
}
