package vn.trian.scenario;

import org.junit.jupiter.api.DisplayName;

@OnStage
@DisplayName("Phiếu xin lỗi soạn sẵn trước khi trễ hẹn")
class ApologyTest extends ApologyRules {}
