package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Chuyển hồ sơ đang giải quyết sang bản khác trên PostgreSQL")
class MigrationOnPostgresTest extends MigrationRules {}
