package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Chuyển hồ sơ đang giải quyết sang bản khác")
class MigrationTest extends MigrationRules {}
