package vn.trian.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.workflow.Done;

/** Makes sentences of codes, in the reader's language. */
@Component
class Sentences {

  private final MessageSource messages;

  Sentences(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * The sentence of a code, the code itself where there is none.
   *
   * @param arguments texts as they stand, or a {@link Label} that has both languages
   */
  String of(String code, List<?> arguments, Locale locale) {
    Object[] words = arguments.stream()
        .map(each -> each instanceof Label label ? label.in(locale.getLanguage()) : each).toArray();
    return messages.getMessage(code, words, code, locale);
  }

  /** What happened. */
  String of(Done done, Locale locale) {
    return of(done.code(), done.arguments(), locale);
  }

  /** What is wrong at which field. */
  List<Map<String, String>> of(List<FieldProblem> problems, Locale locale) {
    return problems.stream()
        .map(each -> Map.of("field", each.field(), "message", of(each.code(), each.arguments(), locale))).toList();
  }
}
