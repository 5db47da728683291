package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Chuyển hồ sơ ở mọi tình trạng trên PostgreSQL")
class MigrationStandingOnPostgresTest extends MigrationStandingRules {}
