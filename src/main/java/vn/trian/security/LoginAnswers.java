package vn.trian.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What a browser or a machine is told after it tried to log in. */
@Component
class LoginAnswers extends SavedRequestAwareAuthenticationSuccessHandler
    implements AuthenticationFailureHandler, AuthenticationEntryPoint {

  private final KnownDevices devices;

  LoginAnswers(KnownDevices devices) {
    this.devices = devices;
    setRedirectStrategy((request, response, address) -> response.sendRedirect(pathOf(address)));
  }

  /** The page that was wanted is remembered with the host that the request claimed; only its path counts. */
  private static String pathOf(String address) {
    int host = address.indexOf("://");
    return host < 0 ? address : address.substring(address.indexOf('/', host + 3));
  }

  @Override
  public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
      Authentication authentication) throws IOException, ServletException {
    String shown = LoginOrigin.SOURCE.buildDetails(request).device();
    String secret = devices.remember(authentication.getName(), shown);
    response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(LoginOrigin.DEVICE_COOKIE, secret)
        .path("/login").httpOnly(true).secure(request.isSecure()).sameSite("Strict")
        .maxAge(KnownDevices.REMEMBERED).build().toString());
    super.onAuthenticationSuccess(request, response, authentication);
  }

  @Override
  public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
      AuthenticationException failure) throws IOException {
    String why = failure instanceof TooManyAttempts many ? "wait=" + many.minutes() : "error";
    response.sendRedirect(request.getContextPath() + "/login?" + why);
  }

  /** Machines log in with each call. */
  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
    if (failure instanceof TooManyAttempts many) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.minutes() * 60));
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tri-an\"");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }
  }
}
