package vn.trian.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.Timeliness;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** A period case by case: in which figures each case counts. */
@Service
@Transactional(readOnly = true)
public class CaseFigures {

  /** Cases that a period may touch at most. */
  public static final int MOST = 300_000;

  private static final List<Figure> COUNTED = Arrays.stream(Figure.values())
      .filter(figure -> figure.isOfPeriod() && figure.result() == null).toList();

  private static final String COUNT = "select count(*) from {schema}case_file c where {where}";

  /** One character for each figure: as many columns for hundreds of thousands of cases would fill the memory. */
  private static final String ROWS = COUNTED.stream()
      .map(figure -> "case when " + figure.condition() + " then '1' else '0' end")
      .collect(Collectors.joining("\n || ", "select c.code, c.procedure_key, c.receiving_office, ",
          " as counted\nfrom {schema}case_file c\nwhere {where}\norder by c.code"));

  private static final String HAND_OVERS = """
      select c.code, h.from_office, h.handed_at, h.result
      from {schema}hand_over h join {schema}case_file c on c.code = h.case_code
      where h.result is not null and {hand-over} and {where}""";

  private final Selections selections;
  private final Clock clock;

  CaseFigures(Selections selections, Clock clock) {
    this.selections = selections;
    this.clock = clock;
  }

  /** A case and the figures that it counts in, at least one. */
  public record Row(String code, String procedure, String receivingOffice, Set<Figure> figures) {}

  /** A step of a case that ended at an office, and how that stood to its limit. */
  public record Passed(String code, String office, LocalDate on, Timeliness result) {}

  /**
   * Hands over every case that counts in a figure of the period of a filter, for its offices and its procedure.
   *
   * @throws DomainException INVALID {@code supervision-period-too-large} when the period touches more than
   *     {@link #MOST} cases
   */
  public void each(CaseFilter filter, Actor actor, Consumer<Row> taker) {
    Selection touched = selections.within(filter, actor).and(Selections.TOUCHED);
    long found = touched.sql(COUNT).query(Long.class).single();
    if (found > MOST) {
      throw new DomainException(Kind.INVALID, "supervision-period-too-large", found, MOST);
    }
    touched.sql(ROWS).query(row -> {
      Set<Figure> figures = figures(row.getString("counted"));
      if (!figures.isEmpty()) {
        taker.accept(new Row(row.getString("code"), row.getString("procedure_key"),
            row.getString("receiving_office"), figures));
      }
    });
  }

  /** Hands over every step with a limit that ended within the period at the offices of a filter. */
  public void eachHandOver(CaseFilter filter, Actor actor, Consumer<Passed> taker) {
    selections.within(filter, actor).and(Selections.TOUCHED).sql(HAND_OVERS).query(row -> {
      LocalDate on = LocalDate.ofInstant(row.getObject("handed_at", OffsetDateTime.class).toInstant(),
          clock.getZone());
      taker.accept(new Passed(row.getString("code"), row.getString("from_office"), on,
          Timeliness.valueOf(row.getString("result"))));
    });
  }

  private static Set<Figure> figures(String counted) {
    Set<Figure> figures = EnumSet.noneOf(Figure.class);
    for (int i = 0; i < counted.length(); i++) {
      if (counted.charAt(i) == '1') {
        figures.add(COUNTED.get(i));
      }
    }
    return figures;
  }
}
