package vn.trian.procedure;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;

/** Problems in the words that officers read. */
final class Sentences {

  private static final ResourceBundle VIETNAMESE = ResourceBundle.getBundle("messages/procedure",
      Locale.forLanguageTag("vi"), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));

  private Sentences() {}

  static String of(FieldProblem problem) {
    Object[] arguments = problem.arguments().stream()
        .map(each -> each instanceof Label label ? label.vi() : each).toArray();
    return new MessageFormat(VIETNAMESE.getString(problem.code()), Locale.ROOT).format(arguments);
  }
}
