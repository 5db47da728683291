package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Trang chuyển hồ sơ sang bản khác trên PostgreSQL")
class MigrationPageOnPostgresTest extends MigrationPageRules {}
