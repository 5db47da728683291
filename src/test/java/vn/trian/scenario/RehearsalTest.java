package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Diễn tập một bản")
class RehearsalTest extends RehearsalRules {}
