package vn.trian.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that somebody might read in another way than the next: the container finds the servlet by the
 * unfolded path, all rules about who may come in go by the path as it was sent. No browser sends such an address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlainAddresses extends OncePerRequestFilter {

  /** Detours, doubled or hidden separators, parameters of a segment, control characters, letters and digits in code. */
  private static final Pattern ODD = Pattern.compile("//|/\\.\\.?(?:/|$)|[;\\\\]|%(?:[01]\\p{XDigit}|7f|2[def5]|3[0-9b]"
      + "|[46][1-9a-f]|5[0-9acf]|7[0-9ae])", Pattern.CASE_INSENSITIVE);
  /** No text of ours holds it, and PostgreSQL calls it a fault. */
  private static final String NUL = "%00";

  private final FrontAnswers answers;

  PlainAddresses(FrontAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean nul = request.getQueryString() != null && request.getQueryString().contains(NUL);
    if (nul || ODD.matcher(request.getRequestURI()).find()) {
      answers.refuse(HttpStatus.BAD_REQUEST, "address-odd", new Object[0], request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
