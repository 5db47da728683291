package vn.trian.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may come in where. Paths are matched raw: the engine's web applications and REST are not served by
 * Spring MVC, and a matcher that looks inside a servlet would silently miss them.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  /** A fourth log-in ends the oldest session. */
  private static final int SESSIONS_EACH = 3;
  private static final RequestMatcher OUR_PAGES = new OrRequestMatcher(path("/"), path("/cases"), path("/cases/**"),
      path("/lists"), path("/lists/**"), path("/notes/*/read"), path("/supervision"), path("/supervision/**"),
      path("/reports"), path("/reports/**"), path("/models"), path("/models/**"), path("/logout/everywhere"));

  /** Style sheets and scripts are for everybody and never look for a session. */
  @Bean
  @Order(0)
  SecurityFilterChain assets(HttpSecurity http) throws Exception {
    return http.securityMatcher(new OrRequestMatcher(path("/assets/**"), path("/favicon.ico")))
        .csrf(csrf -> csrf.disable())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(headers -> headers.disable())
        .build();
  }

  /** REST of the engine: admins only, a password with each call, never a session. */
  @Bean
  @Order(1)
  SecurityFilterChain engineRest(HttpSecurity http, LoginAnswers answers, FrontAnswers front) throws Exception {
    return http.securityMatcher(path("/engine-rest/**"))
        .csrf(csrf -> csrf.disable())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .httpBasic(basic -> basic.authenticationDetailsSource(LoginOrigin.SOURCE).authenticationEntryPoint(answers))
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("ADMIN"))
        // an error page would try to read the files that were sent
        .exceptionHandling(errors -> errors.accessDeniedHandler((request, response, denied) ->
            front.refuse(HttpStatus.FORBIDDEN, "gate-closed", new Object[0], request, response)))
        .headers(headers -> headers.disable())
        .build();
  }

  /** The engine's web applications, their interface, and everything of our own. */
  @Bean
  @Order(2)
  SecurityFilterChain application(HttpSecurity http, LoginAnswers answers, FrontAnswers front,
      StillInOffice stillInOffice,
      FindByIndexNameSessionRepository<? extends Session> sessions) throws Exception {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieName("TA-XSRF-TOKEN");
    tokens.setHeaderName("X-TA-XSRF-TOKEN");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    RequestMatcher interfaces = new OrRequestMatcher(path("/api/**"), path("/camunda/api/**"));
    return http
        .csrf(csrf -> csrf.csrfTokenRepository(tokens)
            .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
            // the engine's own filter guards these with a token of its own
            .ignoringRequestMatchers(path("/camunda/api/**")))
        .authorizeHttpRequests(requests -> requests
            .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
            .requestMatchers(path("/login")).permitAll()
            // the citizen's look-up asks for the secret of the receipt instead of a login
            .requestMatchers(path("/track"), path("/track/*")).permitAll()
            .requestMatchers(path("/actuator/health/**")).permitAll()
            // with an empty admin group anybody could make themselves administrator here
            .requestMatchers(path("/camunda/api/admin/setup/**"), path("/camunda/app/admin/*/setup/**")).denyAll()
            // the engine checks no rights on these; papers and notes live in our own tables
            .requestMatchers(path("/camunda/api/engine/engine/*/task/*/attachment/**"),
                path("/camunda/api/engine/engine/*/task/*/comment/*"),
                path("/camunda/api/engine/engine/*/process-instance/*/comment/**")).denyAll()
            .requestMatchers(PathPatternRequestMatcher.withDefaults()
                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/*")).denyAll()
            .requestMatchers(path("/camunda/app/cockpit/**"), path("/camunda/api/cockpit/**"))
                .hasAnyRole("ADMIN", "SUPERVISOR")
            .requestMatchers(path("/camunda/app/admin/**")).hasRole("ADMIN")
            .requestMatchers(path("/camunda/**"), path("/api/**")).authenticated()
            .requestMatchers(OUR_PAGES).authenticated()
            // what nobody thought of stays closed; an address that leads nowhere is no secret to whoever is logged in
            .anyRequest().denyAll())
        .requestCache(cache -> cache.requestCache(wantedPages()))
        .formLogin(form -> form.loginPage("/login").authenticationDetailsSource(LoginOrigin.SOURCE)
            .successHandler(answers).failureHandler(answers))
        .sessionManagement(session -> session
            .sessionFixation(fixation -> fixation.newSession())
            .maximumSessions(SESSIONS_EACH).sessionRegistry(new SpringSessionBackedSessionRegistry<>(sessions))
            .expiredUrl("/login?ended"))
        .addFilterBefore(stillInOffice, AnonymousAuthenticationFilter.class)
        .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
        .addFilterAfter(new SendToken(), CsrfFilter.class)
        .exceptionHandling(errors -> errors
            .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), interfaces)
            .defaultAuthenticationEntryPointFor(toLogin(), request -> true)
            .accessDeniedHandler(refusal(front)))
        .headers(headers -> headers.disable())
        .build();
  }

  @Bean
  StillInOffice stillInOffice(Actors actors, ObjectProvider<PasswordCheck> accounts) {
    return new StillInOffice(actors, accounts);
  }

  /** The chain calls the filter; the servlet container would call it a second time for everything. */
  @Bean
  FilterRegistrationBean<StillInOffice> stillInOfficeOnlyInTheChain(StillInOffice filter) {
    FilterRegistrationBean<StillInOffice> registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  /** A token of another session is told as what it mostly is: a page left open from before. */
  private static AccessDeniedHandler refusal(FrontAnswers front) {
    AccessDeniedHandler others = new AccessDeniedHandlerImpl();
    RequestMatcher api = path("/api/**");
    return (request, response, denied) -> {
      if (denied instanceof CsrfException && api.matches(request)) {
        front.refuse(HttpStatus.FORBIDDEN, "page-outdated", new Object[0], request, response);
      } else {
        others.handle(request, response, denied);
      }
    };
  }

  /** By its path: the host of an absolute address would be the one that the request claims. */
  private static LoginUrlAuthenticationEntryPoint toLogin() {
    LoginUrlAuthenticationEntryPoint entry = new LoginUrlAuthenticationEntryPoint("/login");
    entry.setFavorRelativeUris(true);
    return entry;
  }

  /** The secret of a session is sent as it is: unfolded it could be any bytes, which PostgreSQL calls a fault. */
  @Bean
  DefaultCookieSerializerCustomizer sessionCookieAsItIs() {
    return cookie -> cookie.setUseBase64Encoding(false);
  }

  /** Only pages are worth coming back to after the login; for all else no session is begun. */
  private static RequestCache wantedPages() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(new AndRequestMatcher(request -> "GET".equals(request.getMethod()),
        new OrRequestMatcher(OUR_PAGES, path("/camunda/app/*/*/"))));
    return cache;
  }

  private static PathPatternRequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  /** The token is made when somebody asks for it; scripts need its cookie before their first request. */
  private static final class SendToken extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
        token.getToken();
      }
      chain.doFilter(request, response);
    }
  }
}
