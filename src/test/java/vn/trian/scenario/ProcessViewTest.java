package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Sơ đồ quy trình có số liệu")
class ProcessViewTest extends ProcessViewRules {}
