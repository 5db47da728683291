package vn.trian.portal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Where the sentences that people read come from: one file for each module and language. */
@Configuration(proxyBeanMethods = false)
class Texting {

  private static final String[] MODULES = {"benefit", "casefile", "deadline", "document", "edits", "migration",
      "modeladmin", "modelgate", "organization", "portal", "procedure", "registry", "rehearsal", "report",
      "supervision", "workflow"};

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames(Stream.of(MODULES).map(module -> "messages/" + module).toArray(String[]::new));
    source.setDefaultEncoding(StandardCharsets.UTF_8.name());
    source.setDefaultLocale(Locale.forLanguageTag("vi"));
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }
}
