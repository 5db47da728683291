package vn.trian.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The engine's web applications keep the nonce of their content security policy in one place for all requests: of two
 * pages asked for at the same moment one may be sent with the nonce of the other, whose scripts the browser then
 * refuses, and stays empty. Here the policy of a page is made to name the nonce that stands in the page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MatchingNonce extends OncePerRequestFilter {

  private static final String POLICY = "Content-Security-Policy";
  private static final Pattern IN_POLICY = Pattern.compile("'nonce-[^']*'");
  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([\\w+/=-]+)\"");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // the pages themselves; what they load has a name with a dot
    return !request.getRequestURI().matches("/camunda/app/[^.]*");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    String policy = page.getHeader(POLICY);
    Matcher nonce = IN_PAGE.matcher(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8));
    if (policy != null && nonce.find()) {
      page.setHeader(POLICY, IN_POLICY.matcher(policy).replaceAll("'nonce-" + nonce.group(1) + "'"));
    }
    page.copyBodyToResponse();
  }
}
