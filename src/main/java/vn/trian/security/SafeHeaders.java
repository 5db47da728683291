package vn.trian.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser is told with every answer, refusals and faults among them: nothing but what the server says about a
 * file is believed, no other site frames a page, nothing is kept of what holds personal data. Stands in front of all
 * other filters, because some of them answer by themselves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafeHeaders extends OncePerRequestFilter {

  private static final String TWO_YEARS_OF_HTTPS = "max-age=63072000; includeSubDomains";
  /** No inline scripts and no inline styles; the engine's pages replace this by a weaker policy of theirs. */
  private static final String PAGES_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; "
      + "frame-ancestors 'none'; form-action 'self'; img-src 'self' data:; font-src 'self' data:";
  /** A paper or document is shown, never run; the form of a task frames it. */
  private static final String FILES_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
      + "frame-ancestors 'self'";
  private static final Pattern FILES = Pattern.compile("/api/(papers|documents)/.+|/cases/[^/]+/control-slip\\.pdf");
  private static final Pattern SAME_FOR_ALL = Pattern.compile("/assets/.*|/favicon\\.ico|/camunda/.*\\.[a-z0-9]+");

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean file = FILES.matcher(path).matches();
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", file ? "SAMEORIGIN" : "DENY");
    response.setHeader("Content-Security-Policy", file ? FILES_POLICY : PAGES_POLICY);
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", TWO_YEARS_OF_HTTPS);
    }
    if (!SAME_FOR_ALL.matcher(path).matches()) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
