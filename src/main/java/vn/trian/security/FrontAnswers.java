package vn.trian.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What the filters say that stand in front of everything else, in the shape of all our refusals. */
@Component
class FrontAnswers {

  private final MessageSource messages;
  private final ObjectProvider<LocaleResolver> locales;
  private final ObjectMapper json;

  FrontAnswers(MessageSource messages, ObjectProvider<LocaleResolver> locales, ObjectMapper json) {
    this.messages = messages;
    this.locales = locales;
    this.json = json;
  }

  void refuse(HttpStatus status, String code, Object[] arguments, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    Locale locale = locales.getObject().resolveLocale(request);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(json.writeValueAsBytes(Map.of("type", "urn:trian:" + code,
        "title", messages.getMessage("status." + status.value(), null, status.getReasonPhrase(), locale),
        "status", status.value(), "detail", messages.getMessage(code, arguments, locale))));
    // told at once: the container first waits for the rest of the body otherwise
    response.flushBuffer();
  }
}
