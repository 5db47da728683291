package vn.trian.workflow.rehearsal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import vn.trian.shared.Label;

/** Makes sentences of findings in one language, parts within parts. */
public record Telling(MessageSource messages, Locale locale) {

  /** In the language of the law. */
  public static Telling vietnamese(MessageSource messages) {
    return new Telling(messages, Locale.forLanguageTag("vi"));
  }

  /** A finding as a sentence; a code that nobody has words for stands as it is. */
  public String of(Finding finding) {
    if (finding.isList()) {
      return finding.arguments().stream().map(each -> String.valueOf(word(each))).collect(Collectors.joining(", "));
    }
    return messages.getMessage(finding.code(), finding.arguments().stream().map(this::word).toArray(), finding.code(),
        locale);
  }

  /** Several findings, each a sentence. */
  public List<String> of(List<Finding> findings) {
    return findings.stream().map(this::of).toList();
  }

  private Object word(Object argument) {
    if (argument instanceof Finding part) {
      return of(part);
    }
    return argument instanceof Label label ? label.in(locale.getLanguage()) : argument;
  }
}
