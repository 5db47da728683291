package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.trian.workflow.engine.Canary;
import vn.trian.workflow.gate.Visitor.Answer;

/** CVE-2026-109432 asked from outside: no field, no nesting and no door of the engine evaluates an expression. */
@OverHttp
class QueryExpressionsTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/";
  private static final String ATTEMPT =
      "${''.getClass().forName('" + Canary.class.getName() + "').getMethod('sing').invoke(null)}";
  private static final int DEEPEST = 3;
  private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();

  @LocalServerPort private int port;
  @Autowired private FilterService filters;

  private int before;

  @BeforeEach
  void listen() {
    before = Canary.sung();
  }

  static Stream<String> fields() {
    return Arrays.stream(TaskQueryDto.class.getDeclaredFields()).map(each -> each.getName())
        .filter(each -> each.endsWith("Expression"));
  }

  @Test
  @DisplayName("Có ít nhất 20 trường biểu thức để thử")
  void thereIsSomethingToTry() {
    assertThat(fields().count()).isGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @MethodSource("fields")
  @DisplayName("Truy vấn và bộ lọc qua HTTP không tính biểu thức")
  void nothingIsEvaluated(String field) {
    List<String> ids = filters.createFilterQuery().list().stream().map(Filter::getId).limit(1).toList();
    String filter = ids.isEmpty() ? "none" : ids.get(0);
    for (String who : List.of("canbo.dongkinh", "giamsat.so", "admin")) {
      Visitor visitor = VISITORS.computeIfAbsent(who, login -> Visitor.loggedIn(port, login));
      for (int depth = 0; depth <= DEEPEST; depth++) {
        Object query = nested(field, depth);
        Map<String, Object> saved = Map.of("name", "x", "resourceType", "Task", "query", query);
        refused(visitor.send("POST", ENGINE + "task", query));
        refused(visitor.send("POST", ENGINE + "task/count", query));
        refused(visitor.send("POST", ENGINE + "history/task", query));
        refused(visitor.send("POST", ENGINE + "filter/create", saved));
        refused(visitor.send("PUT", ENGINE + "filter/" + filter, saved));
        refused(visitor.send("POST", ENGINE + "filter/" + filter + "/list", query));
        refused(visitor.send("POST", ENGINE + "filter/" + filter + "/count", query));
        refused(visitor.send("POST", ENGINE + "filter/" + filter + "/singleResult", query));
      }
      refused(basic(who, "/engine-rest/task/count", "{\"orQueries\":[{\"" + field + "\":\"${x}\"}]}"));
      refused(visitor.get(ENGINE + "task?" + field + "=%24%7Bx%7D"));
      refused(visitor.get(ENGINE + "task/count?" + field + "=%24%7Bx%7D"));
    }
    assertThat(Canary.sung()).as("canary").isEqualTo(before);
    assertThat(filters.createFilterQuery().filterName("x").count()).isZero();
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(400, 499).isNotEqualTo(401);
  }

  private Answer basic(String who, String path, String body) {
    String credentials = Base64.getEncoder().encodeToString((who + ":demo").getBytes(StandardCharsets.UTF_8));
    return Visitor.anonymous(port).send("POST", path, body,
        Map.of("Authorization", "Basic " + credentials, "Content-Type", "application/json"));
  }

  private static Object nested(String field, int depth) {
    Object query = Map.of(field, ATTEMPT);
    for (int i = 0; i < depth; i++) {
      query = Map.of("orQueries", List.of(query));
    }
    return query;
  }
}
