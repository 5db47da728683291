package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Trang diễn tập trên PostgreSQL")
class RehearsalPageOnPostgresTest extends RehearsalPageRules {}
