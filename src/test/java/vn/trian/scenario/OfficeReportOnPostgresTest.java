package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Báo cáo và sổ theo dõi của cơ quan trên PostgreSQL")
class OfficeReportOnPostgresTest extends OfficeReportRules {}
