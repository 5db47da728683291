package vn.trian.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.OnlyOnce;
import vn.trian.report.TrackingBook.Line;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Json;
import vn.trian.shared.Sha256;
import vn.trian.shared.Texts;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Period;

/**
 * Tracking books that were closed for a period. What was entered stays as it was; that results come later is no
 * correction, that an entry is there, missing or different is.
 */
@Service
@Transactional
public class BookClosings {

  private static final int AT_ONCE = 1_000;

  private final TrackingBook book;
  private final OnlyOnce once;
  private final JdbcTemplate database;
  private final Clock clock;
  private final String schema;

  BookClosings(TrackingBook book, OnlyOnce once, JdbcTemplate database, Clock clock,
      @Value("${trian.schema}") String schema) {
    this.book = book;
    this.once = once;
    this.database = database;
    this.clock = clock;
    this.schema = schema + ".";
  }

  /** Who closed a book, and when. */
  public record Closing(String id, int lines, String checksum, String closedName, Instant closedAt) {}

  /**
   * A closed book beside that of today.
   *
   * @param lines   as they were
   * @param intact  whether they still have their checksum
   * @param changes entries that are different, in the order of their codes
   * @param results lines that came to a result, or whose result changed, after the closing
   */
  public record Closed(Closing closing, List<Line> lines, boolean intact, List<Change> changes, long results) {}

  /**
   * An entry that changed.
   *
   * @param closed as it was; null for one that was not there
   * @param today  as it is; null for one that is there no longer
   */
  public record Change(String code, Line closed, Line today) {}

  /** The closed book of the office and the period of a filter, for all procedures; throws as {@link #close}. */
  @Transactional(readOnly = true)
  public Optional<Closed> find(CaseFilter filter, Actor actor) {
    String office = book.visible(filter, actor);
    return filter.procedure() == null ? stored(office, filter.period()).map(closing -> {
      List<Line> lines = linesOf(closing);
      List<Line> today = linesNow(filter, actor);
      return new Closed(closing, lines, checksum(office, filter.period(), lines).equals(closing.checksum()),
          changes(lines, today), results(lines, today));
    }) : Optional.empty();
  }

  /**
   * Closes the book of the own office for a period that is over.
   *
   * @throws DomainException FORBIDDEN {@code supervision-not-yours}, {@code report-not-head}; NOT_FOUND
   *     {@code supervision-office}; INVALID {@code report-book-open} while the period lasts; CONFLICT
   *     {@code report-book-closed}
   */
  public void close(CaseFilter filter, String key, Actor actor) {
    String office = book.visible(filter, actor);
    if (!Reports.answersFor(office, actor)) {
      throw new DomainException(Kind.FORBIDDEN, "report-not-head");
    }
    Period period = filter.period();
    once.act(key, actor, List.of("close-book", office, period), Void.class, () -> {
      if (!period.last().isBefore(LocalDate.now(clock))) {
        throw new DomainException(Kind.INVALID, "report-book-open", Texts.day(period.last()));
      }
      if (stored(office, period).isPresent()) {
        throw new DomainException(Kind.CONFLICT, "report-book-closed");
      }
      keep(office, period, linesNow(filter, actor), actor);
      return null;
    });
  }

  private void keep(String office, Period period, List<Line> lines, Actor actor) {
    String id = UUID.randomUUID().toString();
    database.update("insert into " + schema + "book_closing (id, office_id, first_on, last_on, lines, checksum,"
        + " closed_by, closed_name, closed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", id, office, period.first(),
        period.last(), lines.size(), checksum(office, period, lines), actor.login(), actor.name(),
        Timestamp.from(clock.instant()));
    List<Object[]> rows = new ArrayList<>();
    lines.forEach(line -> rows.add(new Object[] {id, rows.size() + 1, Json.write(line)}));
    database.batchUpdate("insert into " + schema + "book_line (closing_id, seq, content) values (?, ?, ?)", rows,
        AT_ONCE, (statement, row) -> {
          statement.setString(1, (String) row[0]);
          statement.setInt(2, (Integer) row[1]);
          statement.setString(3, (String) row[2]);
        });
  }

  private Optional<Closing> stored(String office, Period period) {
    return database.query("select id, lines, checksum, closed_name, closed_at from " + schema + "book_closing"
        + " where office_id = ? and first_on = ? and last_on = ?", (row, n) -> new Closing(row.getString(1),
            row.getInt(2), row.getString(3), row.getString(4), row.getObject(5, OffsetDateTime.class).toInstant()),
        office, period.first(), period.last()).stream().findFirst();
  }

  private List<Line> linesOf(Closing closing) {
    return database.query("select content from " + schema + "book_line where closing_id = ? order by seq",
        (row, n) -> Json.read(row.getString(1), Line.class), closing.id());
  }

  private List<Line> linesNow(CaseFilter filter, Actor actor) {
    List<Line> lines = new ArrayList<>();
    book.each(filter, BookPapers.EXPORTED, actor, lines::add);
    return lines;
  }

  private static String checksum(String office, Period period, List<Line> lines) {
    MessageDigest digest = Sha256.digest();
    digest.update((office + "|" + period.first() + "|" + period.last() + "\n").getBytes(StandardCharsets.UTF_8));
    lines.forEach(line -> digest.update((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8)));
    return Sha256.hex(digest.digest());
  }

  private static List<Change> changes(List<Line> closed, List<Line> today) {
    Map<String, Line> then = byCode(closed);
    Map<String, Line> now = byCode(today);
    Map<String, Line> all = new LinkedHashMap<>(then);
    all.putAll(now);
    return all.keySet().stream().sorted().map(code -> new Change(code, then.get(code), now.get(code)))
        .filter(each -> each.closed() == null || each.today() == null
            || !each.closed().entry().equals(each.today().entry())).toList();
  }

  private static long results(List<Line> closed, List<Line> today) {
    Map<String, Line> now = byCode(today);
    return closed.stream().filter(line -> now.containsKey(line.code()) && !line.equals(now.get(line.code()))
        && line.entry().equals(now.get(line.code()).entry())).count();
  }

  private static Map<String, Line> byCode(List<Line> lines) {
    return lines.stream().collect(Collectors.toMap(Line::code, line -> line));
  }
}
