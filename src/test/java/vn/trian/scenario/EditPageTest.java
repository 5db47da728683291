package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Sửa thủ tục trên trang")
class EditPageTest extends EditPageRules {}
