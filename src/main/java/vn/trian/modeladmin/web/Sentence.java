package vn.trian.modeladmin.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import vn.trian.modeladmin.Change.Said;
import vn.trian.procedure.ReleaseEvent.Person;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/** Makes sentences in one language, parts within parts. */
record Sentence(MessageSource messages, Locale locale) {

  private static final String LIST = "difference.list";

  String of(String code, Object... arguments) {
    return messages.getMessage(code, arguments, code, locale);
  }

  String of(Label label) {
    return label.in(locale.getLanguage());
  }

  String of(Said said) {
    if (said.code().equals(LIST)) {
      return said.arguments().stream().map(each -> String.valueOf(word(each))).collect(Collectors.joining(", "));
    }
    String known = said.code().contains(".field.") ? said.code().substring(said.code().lastIndexOf('.') + 1)
        : said.code();
    return messages.getMessage(said.code(), said.arguments().stream().map(this::word).toArray(), known, locale);
  }

  /** A sentence of its own, which begins with a capital letter. */
  String begun(Said said) {
    String sentence = of(said);
    return sentence.isEmpty() ? sentence : sentence.substring(0, 1).toUpperCase(locale) + sentence.substring(1);
  }

  /** What was wrong and what to do. */
  String of(DomainException refusal) {
    return of(refusal.code(), refusal.arguments(locale.getLanguage()));
  }

  /** Who did something, and when. */
  String by(String name, Instant at) {
    return of("models.by", name, Texts.datedMoment(at));
  }

  /** Every single fault. */
  List<String> of(List<FieldProblem> problems) {
    return problems.stream().map(each -> of(each.code(), each.arguments().stream().map(this::word).toArray())).toList();
  }

  /** Somebody by name; the application itself in the language of the page. */
  String who(String login, String name) {
    return Person.SYSTEM.login().equals(login) ? of("models.system") : name;
  }

  private Object word(Object argument) {
    if (argument instanceof Said part) {
      return of(part);
    }
    return argument instanceof Label label ? of(label) : String.valueOf(argument);
  }
}
