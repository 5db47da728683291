package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Sửa thủ tục trên trang trên PostgreSQL")
class EditPageOnPostgresTest extends EditPageRules {}
