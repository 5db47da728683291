package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Chuyển hồ sơ trước mỗi việc của kịch bản")
class MigrationAlongTest extends MigrationAlongRules {

  @Override
  int most() {
    return 3;
  }
}
