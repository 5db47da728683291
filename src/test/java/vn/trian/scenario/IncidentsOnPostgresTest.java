package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Sự cố và hồ sơ đứng yên, trên PostgreSQL")
class IncidentsOnPostgresTest extends IncidentRules {}
