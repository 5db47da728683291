package vn.trian.procedure;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trian.shared.Expressions;

/**
 * Checks a submission against its form, as the page did before sending: a page helps, the server decides.
 * Everything wrong is told at once.
 */
@Component
public class FormCheck {

  private static final int MAX_PASSES = 6;

  /**
   * Checks a submission.
   *
   * <p>{@code hide} sees the case context with the submission laid over it; every field of the form that is
   * absent is null there, dates are texts as the page holds them. A hidden field counts as absent for the
   * conditions of the others.
   *
   * @param data    as submitted, may carry anything
   * @param context case context without this submission; the value of a read-only field is taken from it
   * @param feel    evaluates {@code hide}
   * @param options reference data of selects; the rows of lists are taken from {@code context}
   * @param today   last day that is not in the future
   */
  public Checked check(
      FormSchema schema,
      Map<String, Object> data,
      Map<String, Object> context,
      Expressions feel,
      OptionSource options,
      LocalDate today) {
    Map<String, Object> given = data == null ? Map.of() : data;
    Map<String, Object> around = context == null ? Map.of() : context;
    FormReading reader = new FormReading(schema, given, around, feel, options.withRows(around), today);
    // what a field shows or hides is known only when its value is
    Checked checked = reader.read(given);
    for (int i = 0; i < MAX_PASSES; i++) {
      Map<String, Object> before = checked.data();
      checked = reader.read(before);
      if (checked.data().equals(before)) {
        break;
      }
    }
    return checked;
  }
}
