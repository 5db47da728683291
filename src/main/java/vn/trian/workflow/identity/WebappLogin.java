package vn.trian.workflow.identity;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the engine's web applications and REST trust our login, and their log-out end it. */
@Configuration(proxyBeanMethods = false)
class WebappLogin {

  // Spring Security's chain runs at -100
  private static final int LOGOUT_ORDER = -95;
  private static final int LOGIN_ORDER = -90;

  @Bean
  FilterRegistrationBean<Filter> webappsTrustOurLogin() {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new WebappsFilter());
    registration.setName("webappsTrustOurLogin");
    registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    registration.setOrder(LOGIN_ORDER);
    return registration;
  }

  @Bean
  FilterRegistrationBean<Filter> restTrustsOurLogin() {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new RestFilter());
    registration.setName("restTrustsOurLogin");
    registration.addUrlPatterns("/engine-rest/*");
    registration.setOrder(LOGIN_ORDER);
    return registration;
  }

  /** Without this, leaving Tasklist would log in again with the next request. */
  @Bean
  FilterRegistrationBean<OncePerRequestFilter> webappLogoutEndsOurSession() {
    OncePerRequestFilter filter = new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        chain.doFilter(request, response);
        boolean logout = "POST".equals(request.getMethod())
            && request.getRequestURI().matches(".*/camunda/api/admin/auth/user/[^/]+/logout");
        if (logout && response.getStatus() < 300) {
          new SecurityContextLogoutHandler().logout(request, response,
              SecurityContextHolder.getContext().getAuthentication());
        }
      }
    };
    FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setName("webappLogoutEndsOurSession");
    registration.addUrlPatterns("/camunda/api/*");
    registration.setOrder(LOGOUT_ORDER);
    return registration;
  }

  /** Told by us, as the engine's own way by a name in the settings only finds classes that its own loader sees. */
  private static final class WebappsFilter extends ContainerBasedAuthenticationFilter {

    @Override
    public void init(FilterConfig settings) {
      authenticationProvider = new SpringUser();
    }
  }

  /** As {@link WebappsFilter}, for REST. */
  private static final class RestFilter extends ProcessEngineAuthenticationFilter {

    @Override
    public void init(FilterConfig settings) {
      authenticationProvider = new SpringUser();
    }
  }
}
