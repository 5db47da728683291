package vn.trian.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class MatchingNonceTest {

  private static final String POLICY = "Content-Security-Policy";
  private static final FilterChain OVERTAKEN = (request, response) -> {
    ((HttpServletResponse) response).setHeader(POLICY, "script-src 'nonce-mine' 'strict-dynamic'");
    response.getWriter().write("<script nonce=\"of_another\">ở lại</script>");
  };

  @Test
  void thePolicyNamesTheNonceOfThePage() throws Exception {
    MockHttpServletResponse response = passed("/camunda/app/tasklist/default/");
    assertThat(response.getHeader(POLICY)).isEqualTo("script-src 'nonce-of_another' 'strict-dynamic'");
    assertThat(response.getContentAsString()).contains("of_another");
  }

  @Test
  void whatIsNoPageIsLeftAlone() throws Exception {
    assertThat(passed("/camunda/app/tasklist/styles.css").getHeader(POLICY)).contains("'nonce-mine'");
    assertThat(passed("/cases/1").getHeader(POLICY)).contains("'nonce-mine'");
  }

  private static MockHttpServletResponse passed(String path) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    response.setCharacterEncoding("UTF-8");
    new MatchingNonce().doFilter(new MockHttpServletRequest("GET", path), response, OVERTAKEN);
    return response;
  }
}
