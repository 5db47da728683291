package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Diễn tập một bản trên PostgreSQL")
class RehearsalOnPostgresTest extends RehearsalRules {}
