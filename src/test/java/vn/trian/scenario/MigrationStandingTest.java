package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Chuyển hồ sơ ở mọi tình trạng")
class MigrationStandingTest extends MigrationStandingRules {}
