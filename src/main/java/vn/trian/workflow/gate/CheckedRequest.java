package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import vn.trian.security.HeldRequest;

/** A request with the body that was checked, or made here, in place of the one that was sent. */
final class CheckedRequest extends HeldRequest {

  private static final Set<String> ABOUT_THE_BODY =
      Set.of("content-type", "content-length", "content-encoding", "transfer-encoding");

  private final String method;

  CheckedRequest(HttpServletRequest request, String method, JsonNode body) {
    super(request, JsonBody.write(body));
    this.method = method;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getContentType() {
    return getContentLength() == 0 ? null : MediaType.APPLICATION_JSON_VALUE;
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public String getHeader(String name) {
    if (!isAboutTheBody(name)) {
      return super.getHeader(name);
    }
    if (getContentLength() == 0) {
      return null;
    }
    return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? getContentType()
        : HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name) ? String.valueOf(getContentLength()) : null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    if (!isAboutTheBody(name)) {
      return super.getHeaders(name);
    }
    String value = getHeader(name);
    return value == null ? Collections.emptyEnumeration() : Collections.enumeration(Set.of(value));
  }

  private static boolean isAboutTheBody(String header) {
    return ABOUT_THE_BODY.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new LinkedHashSet<>();
    for (Enumeration<String> all = super.getHeaderNames(); all.hasMoreElements(); ) {
      String name = all.nextElement();
      if (!isAboutTheBody(name)) {
        names.add(name);
      }
    }
    if (getContentLength() > 0) {
      names.add(HttpHeaders.CONTENT_TYPE);
      names.add(HttpHeaders.CONTENT_LENGTH);
    }
    return Collections.enumeration(names);
  }
}
