package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Các bản của một thủ tục")
class ReleaseLifeTest extends ReleaseLifeRules {}
