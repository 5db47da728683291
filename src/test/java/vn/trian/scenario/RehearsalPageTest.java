package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Trang diễn tập")
class RehearsalPageTest extends RehearsalPageRules {}
