package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Trang chuyển hồ sơ sang bản khác")
class MigrationPageTest extends MigrationPageRules {}
