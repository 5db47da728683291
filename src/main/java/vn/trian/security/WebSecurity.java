package vn.trian.security;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may come in where. Paths are matched raw: the engine's web applications and REST are not served by
 * Spring MVC, and a matcher that looks inside a servlet would silently miss them.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  private static final String OWN_PAGES_POLICY = "default-src 'self'; script-src 'self'; object-src 'none'; "
      + "base-uri 'none'; frame-ancestors 'self'; form-action 'self'; img-src 'self' data:; "
      + "style-src 'self' 'unsafe-inline'; font-src 'self' data:";

  /** REST of the engine: machines and admins only, a password with each call, never a session. */
  @Bean
  @Order(1)
  SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
    return http.securityMatcher(path("/engine-rest/**"))
        .csrf(csrf -> csrf.disable())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .httpBasic(withDefaults())
        .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyRole("ADMIN", "INTEGRATION"))
        .build();
  }

  /** The engine's web applications, their interface, and everything of our own. */
  @Bean
  @Order(2)
  SecurityFilterChain application(HttpSecurity http) throws Exception {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieName("TA-XSRF-TOKEN");
    tokens.setHeaderName("X-TA-XSRF-TOKEN");
    tokens.setCookiePath("/");
    RequestMatcher interfaces = new OrRequestMatcher(path("/api/**"), path("/camunda/api/**"));
    return http
        .csrf(csrf -> csrf.csrfTokenRepository(tokens)
            .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
            // the engine's own filter guards these with a token of its own
            .ignoringRequestMatchers(path("/camunda/api/**")))
        .authorizeHttpRequests(requests -> requests
            .requestMatchers(path("/login"), path("/assets/**"), path("/favicon.ico"), path("/error")).permitAll()
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
            .requestMatchers(path("/camunda/**")).authenticated()
            .anyRequest().authenticated())
        .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false).failureUrl("/login?error"))
        .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
        .addFilterAfter(new SendToken(), CsrfFilter.class)
        .exceptionHandling(errors -> errors
            .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), interfaces)
            .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
        .headers(headers -> headers
            .frameOptions(frame -> frame.sameOrigin())
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .addHeaderWriter((request, response) -> {
              if (!request.getRequestURI().startsWith("/camunda/")
                  && !response.containsHeader("Content-Security-Policy")) {
                response.setHeader("Content-Security-Policy", OWN_PAGES_POLICY);
              }
            }))
        .build();
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
