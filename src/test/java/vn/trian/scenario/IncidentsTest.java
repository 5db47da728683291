package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Sự cố và hồ sơ đứng yên")
class IncidentsTest extends IncidentRules {}
