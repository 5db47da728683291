package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Báo cáo và sổ theo dõi của cơ quan")
class OfficeReportTest extends OfficeReportRules {}
