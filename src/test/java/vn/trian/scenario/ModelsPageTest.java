package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Trang mô hình thủ tục")
class ModelsPageTest extends ModelsPageRules {}
