package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Các bản của một thủ tục trên PostgreSQL")
class ReleaseLifeOnPostgresTest extends ReleaseLifeRules {}
