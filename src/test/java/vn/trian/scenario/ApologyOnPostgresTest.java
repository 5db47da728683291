package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStagePostgres
@DisplayName("Phiếu xin lỗi soạn sẵn, trên PostgreSQL")
class ApologyOnPostgresTest extends ApologyRules {}
