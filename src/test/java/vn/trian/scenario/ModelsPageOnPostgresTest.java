package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Trang mô hình thủ tục trên PostgreSQL")
class ModelsPageOnPostgresTest extends ModelsPageRules {}
