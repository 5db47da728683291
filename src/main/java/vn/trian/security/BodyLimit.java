package vn.trian.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts what is sent before anything reads it, on all paths: the engine's own reader of uploads knows no limit and
 * takes the memory of the whole machine (150 MB were enough). Papers may be large, all else is small.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BodyLimit extends OncePerRequestFilter {

  /** Bytes of a request that uploads a paper; a little more than the paper, because the form around it counts. */
  static final int UPLOAD = 12 * 1024 * 1024;
  /** Bytes of any other request. */
  static final int OTHER = 1024 * 1024;
  private static final Set<String> UPLOADS = Set.of("/api/papers", "/models",
      "/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create");

  private final FrontAnswers answers;

  BodyLimit(FrontAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean upload = UPLOADS.contains(request.getRequestURI().substring(request.getContextPath().length()));
    if (request.getContentLengthLong() > (upload ? UPLOAD : OTHER)) {
      refuse(upload, request, response);
    } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
      chain.doFilter(request, response);
    } else if (isForm(request)) {
      // the container reads forms past every filter; browsers tell the length of theirs
      answer(HttpStatus.LENGTH_REQUIRED, "length-required", new Object[0], request, response);
    } else {
      byte[] body = request.getInputStream().readNBytes(OTHER + 1);
      if (body.length > OTHER) {
        refuse(false, request, response);
      } else {
        chain.doFilter(new HeldRequest(request, body), response);
      }
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType()).strip().toLowerCase(Locale.ROOT);
    return type.startsWith("multipart/") || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private void refuse(boolean upload, HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(HttpStatus.PAYLOAD_TOO_LARGE, upload ? "file-too-large" : "body-too-large",
        new Object[] {upload ? 10 : OTHER / 1024}, request, response);
  }

  private void answer(HttpStatus status, String code, Object[] arguments, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    // what is still on its way is not waited for
    response.setHeader(HttpHeaders.CONNECTION, "close");
    answers.refuse(status, code, arguments, request, response);
  }
}
