package vn.trian.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SafeHeadersTest {

  @Test
  @DisplayName("Qua HTTPS trình duyệt được yêu cầu chỉ dùng HTTPS trong hai năm")
  void httpsIsAskedForOverHttpsOnly() throws Exception {
    assertThat(answer("/cases", true).getHeader("Strict-Transport-Security"))
        .isEqualTo("max-age=63072000; includeSubDomains");
    assertThat(answer("/cases", false).getHeader("Strict-Transport-Security")).isNull();
  }

  @Test
  @DisplayName("Trang của ta: không có mã hay kiểu chèn thẳng, không trang nào đóng khung được; giấy tờ chỉ để xem")
  void pagesAreStricterThanFiles() throws Exception {
    String pages = answer("/cases/x", false).getHeader("Content-Security-Policy");
    assertThat(pages).contains("default-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
    String files = answer("/api/papers/1/preview", false).getHeader("Content-Security-Policy");
    assertThat(files).contains("default-src 'none'", "frame-ancestors 'self'").doesNotContain("script");
  }

  private static MockHttpServletResponse answer(String path, boolean secure) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setSecure(secure);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new SafeHeaders().doFilter(request, response, new MockFilterChain());
    return response;
  }
}
