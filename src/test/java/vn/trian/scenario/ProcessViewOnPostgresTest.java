package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Sơ đồ quy trình có số liệu, trên PostgreSQL")
class ProcessViewOnPostgresTest extends ProcessViewRules {}
