package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.support.Statements;
import vn.trian.workflow.gate.SampleCases.Waiting;

/**
 * Not even the time of an answer tells what exists elsewhere: the database is asked the same. Codes of cases and ids of
 * tasks can be guessed, as they count days and clock ticks; papers and documents have ids of 122 random bits.
 */
@OverHttp
class AlikeTest {

  private static final String NO_TASK = "7e57ab1e-0000-11f1-a629-02fc00000001";

  @Autowired private SampleCases samples;
  @Autowired private WebApplicationContext application;

  private MockMvc http;

  @BeforeEach
  void logIn() {
    ClockUtil.reset();
    http = MockMvcBuilders.webAppContextSetup(application).build();
  }

  @AfterEach
  void logOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  @DisplayName("Hồ sơ, việc của nơi khác và mã bịa: hỏi cơ sở dữ liệu như nhau")
  void foreignAndInventedIdsTakeTheSameStatements() {
    Waiting foreign = samples.waiting("maipha");
    SecurityContextHolder.getContext().setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated("canbo.dongkinh", null, List.of()));
    Stream.of(
        new Pair("GET", "/cases/{id}", foreign.code(), "000.13.34.H37-200101-9999"),
        new Pair("GET", "/cases/{id}/control-slip.pdf", foreign.code(), "000.13.34.H37-200101-9999"),
        new Pair("POST", "/api/cases/{id}/withdraw", foreign.code(), "000.13.34.H37-200101-9999"),
        new Pair("GET", "/api/tasks/{id}/frame", foreign.task(), NO_TASK),
        new Pair("POST", "/api/tasks/{id}/claim", foreign.task(), NO_TASK),
        new Pair("POST", "/api/tasks/{id}/outcome", foreign.task(), NO_TASK)).forEach(pair ->
            assertThat(sent(pair, pair.foreign())).as(pair.toString()).isEqualTo(sent(pair, pair.invented())));
  }

  private record Pair(String method, String address, String foreign, String invented) {}

  private List<String> sent(Pair pair, String id) {
    Statements.Counted<Integer> counted = Statements.of(() -> ask(pair, id));
    assertThat(counted.result()).as(pair + " " + id).isEqualTo(404);
    return counted.sql();
  }

  private int ask(Pair pair, String id) {
    try {
      return http.perform(request(HttpMethod.valueOf(pair.method()), pair.address().replace("{id}", id))
          .contentType(MediaType.APPLICATION_JSON).content("{}")
          .header("Idempotency-Key", UUID.randomUUID().toString()))
          .andReturn().getResponse().getStatus();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
