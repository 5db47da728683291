package vn.trian.report;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.supervision.CaseFilter;

/**
 * The way in for what is done with reports and books. When two act at the same moment the slower is tried again and
 * then meets what the faster left behind.
 */
@Service
public class ReportDesk {

  private static final int TRIES = 3;

  private final Reports reports;
  private final BookClosings closings;

  ReportDesk(Reports reports, BookClosings closings) {
    this.reports = reports;
    this.closings = closings;
  }

  /** See {@link Reports#begin}. */
  public String begin(String rule, int year, String key, Actor actor) {
    return trying(() -> reports.begin(rule, year, key, actor));
  }

  /** See {@link Reports#write}. */
  public void write(String id, Wording wording, String key, Actor actor) {
    trying(() -> {
      reports.write(id, wording, key, actor);
      return null;
    });
  }

  /** See {@link Reports#discard}. */
  public void discard(String id, String key, Actor actor) {
    trying(() -> {
      reports.discard(id, key, actor);
      return null;
    });
  }

  /** See {@link Reports#freeze}. */
  public void freeze(String id, String key, Actor actor) {
    trying(() -> {
      reports.freeze(id, key, actor);
      return null;
    });
  }

  /** See {@link BookClosings#close}. */
  public void closeBook(CaseFilter filter, String key, Actor actor) {
    trying(() -> {
      closings.close(filter, key, actor);
      return null;
    });
  }

  private static <T> T trying(Supplier<T> action) {
    for (int tried = 1; ; tried++) {
      try {
        return action.get();
      } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
        if (tried >= TRIES) {
          throw new DomainException(Kind.CONFLICT, "report-busy");
        }
      }
    }
  }
}
