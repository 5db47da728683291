package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Chuyển hồ sơ trước mỗi việc của kịch bản trên PostgreSQL")
class MigrationAlongOnPostgresTest extends MigrationAlongRules {

  @Override
  int most() {
    return 1;
  }
}
