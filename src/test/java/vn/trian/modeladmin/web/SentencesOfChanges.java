package vn.trian.modeladmin.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.trian.modeladmin.Change;

/** Changes as the page tells them. */
public final class SentencesOfChanges {

  private SentencesOfChanges() {}

  public static List<String> of(List<Change> changes, MessageSource messages, Locale locale) {
    Sentence words = new Sentence(messages, locale);
    return changes.stream().map(each -> words.of(each.sentence())).toList();
  }
}
