package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A request with the body that was checked, or made here, in place of the one that was sent. */
final class CheckedRequest extends HttpServletRequestWrapper {

  private static final Set<String> ABOUT_THE_BODY =
      Set.of("content-type", "content-length", "content-encoding", "transfer-encoding");

  private final String method;
  private final byte[] body;

  CheckedRequest(HttpServletRequest request, String method, JsonNode body) {
    super(request);
    this.method = method;
    this.body = JsonBody.write(body);
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public String getContentType() {
    return body.length == 0 ? null : MediaType.APPLICATION_JSON_VALUE;
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public String getHeader(String name) {
    if (!ABOUT_THE_BODY.contains(name.toLowerCase(java.util.Locale.ROOT))) {
      return super.getHeader(name);
    }
    if (body.length == 0) {
      return null;
    }
    return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? getContentType()
        : HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name) ? String.valueOf(body.length) : null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    if (!ABOUT_THE_BODY.contains(name.toLowerCase(java.util.Locale.ROOT))) {
      return super.getHeaders(name);
    }
    String value = getHeader(name);
    return value == null ? Collections.emptyEnumeration() : Collections.enumeration(Set.of(value));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new LinkedHashSet<>();
    for (Enumeration<String> all = super.getHeaderNames(); all.hasMoreElements(); ) {
      String name = all.nextElement();
      if (!ABOUT_THE_BODY.contains(name.toLowerCase(java.util.Locale.ROOT))) {
        names.add(name);
      }
    }
    if (body.length > 0) {
      names.add(HttpHeaders.CONTENT_TYPE);
      names.add(HttpHeaders.CONTENT_LENGTH);
    }
    return Collections.enumeration(names);
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return bytes.read(target, offset, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("read as a whole");
      }
    };
  }
}
