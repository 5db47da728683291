package vn.trian.portal;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Vietnamese for everybody, whatever the browser says; English for who asks for it with {@code ?lang=en}. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

  static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("TA-LANG") {
      @Override
      protected Locale parseLocaleValue(String value) {
        return known(value);
      }
    };
    resolver.setDefaultLocale(VIETNAMESE);
    resolver.setCookieMaxAge(REMEMBERED);
    resolver.setRejectInvalidCookies(false);
    // not hidden from scripts: the applications in the browser follow the same choice
    resolver.setCookieSameSite("Lax");
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change = new LocaleChangeInterceptor() {
      @Override
      protected Locale parseLocaleValue(String value) {
        return known(value);
      }
    };
    change.setParamName("lang");
    registry.addInterceptor(change);
  }

  /** There are texts in two languages only; a third would find none. */
  private static Locale known(String language) {
    return "en".equals(language) ? Locale.ENGLISH : VIETNAMESE;
  }
}
