package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.support.Statements;

@OnStagePostgres
@DisplayName("Số liệu giám sát trên PostgreSQL")
class SupervisionOnPostgresTest extends SupervisionRules {

  @Autowired private WebApplicationContext application;

  @Test
  @DisplayName("Thêm hồ sơ không thêm câu hỏi nào tới cơ sở dữ liệu")
  void asManyStatementsForMoreCases() {
    MockMvc web = MockMvcBuilders.webAppContextSetup(application)
        .apply(SecurityMockMvcConfigurers.springSecurity()).build();
    List<String> addresses = List.of("/supervision", "/supervision/cases", "/supervision/cases.xlsx",
        "/supervision/forecast", "/supervision/apologies", "/supervision/processes", "/supervision/processes/" + KEY,
        "/supervision/processes/" + KEY + "?place=" + CONFIRM, "/supervision/incidents");
    addresses.forEach(address -> statements(web, address));
    Map<String, Integer> before = addresses.stream()
        .collect(Collectors.toMap(address -> address, address -> statements(web, address)));
    for (int n = 0; n < 5; n++) {
      acceptedOf("02017000660" + n);
    }
    addresses.forEach(address -> assertThat(statements(web, address)).as(address).isEqualTo(before.get(address))
        .isLessThanOrEqualTo(12));
  }

  private static int statements(MockMvc web, String address) {
    Statements.Counted<Integer> answered = Statements.of(() -> {
      try {
        return web.perform(MockMvcRequestBuilders.get(address)
            .with(SecurityMockMvcRequestPostProcessors.user("giamdoc.so"))).andReturn().getResponse().getStatus();
      } catch (Exception e) {
        throw new AssertionError(address, e);
      }
    });
    assertThat(answered.result()).as(address).isEqualTo(HttpStatus.OK.value());
    return answered.count();
  }
}
