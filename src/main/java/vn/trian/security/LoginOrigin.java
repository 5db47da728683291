package vn.trian.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import org.springframework.security.authentication.AuthenticationDetailsSource;

/**
 * Where a log-in comes from.
 *
 * @param address of the other end of the connection; behind a proxy the one that the proxy tells, if
 *                {@code server.forward-headers-strategy} trusts it
 * @param device  secret that this browser was given after an earlier log-in; empty when it shows none
 */
record LoginOrigin(String address, String device) implements Serializable {

  /** Cookie that carries the secret of a device. */
  static final String DEVICE_COOKIE = "TA-DEVICE";

  static final AuthenticationDetailsSource<HttpServletRequest, LoginOrigin> SOURCE = LoginOrigin::of;

  private static LoginOrigin of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    String device = Arrays.stream(cookies).filter(cookie -> DEVICE_COOKIE.equals(cookie.getName()))
        .map(Cookie::getValue).findFirst().orElse("");
    return new LoginOrigin(request.getRemoteAddr(), device);
  }
}
