package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Số liệu giám sát")
class SupervisionTest extends SupervisionRules {}
