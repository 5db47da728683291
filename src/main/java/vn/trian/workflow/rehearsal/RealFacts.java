package vn.trian.workflow.rehearsal;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.Texts;

/**
 * Takes what holds in the real installation into a chamber: facts of law, offices, and what the registers knew when a
 * case began, as far as that can be told. Reads only; people who work there come as stand-ins without names.
 */
@Component
class RealFacts {

  private static final List<String> LAW = List.of("holiday", "rate", "invalid_rate", "device");
  /** Enough for a preparation, a check and a signature by different hands. */
  private static final int HANDS = 3;

  private final JdbcTemplate real;
  private final String schema;

  RealFacts(JdbcTemplate real, @Value("${trian.schema}") String schema) {
    this.real = real;
    this.schema = schema + ".";
  }

  /** Rows of a table of the chamber. */
  record Rows(String table, List<Map<String, Object>> rows) {}

  /** Holidays, rates and devices as they are kept here. */
  @Transactional(readOnly = true)
  public List<Rows> law() {
    return LAW.stream().map(table -> new Rows(table, real.queryForList("select * from " + schema + table))).toList();
  }

  /** Offices as they are and were, with stand-ins for whoever ever worked there. */
  @Transactional(readOnly = true)
  public List<Rows> offices() {
    List<Map<String, Object>> standIns = new ArrayList<>();
    for (Map<String, Object> post : real.queryForList(
        "select distinct office_id, room_id, role, title from " + schema + "officer order by office_id, role")) {
      for (int hand = 1; hand <= HANDS; hand++) {
        Map<String, Object> row = new LinkedHashMap<>(post);
        row.put("login", "hand" + standIns.size());
        row.put("full_name", "Cán bộ " + (standIns.size() + 1));
        row.put("valid_from", Date.valueOf(LocalDate.of(1990, 1, 1)));
        row.put("active", true);
        standIns.add(row);
      }
    }
    return List.of(new Rows("office", real.queryForList("select * from " + schema + "office")),
        new Rows("officer", standIns));
  }

  /** What the registers knew about the people of a case when it began, and what had been granted by then. */
  @Transactional(readOnly = true)
  public List<Rows> knownBefore(Story story) {
    Timestamp filed = Timestamp.from(story.filed().atZone(Texts.VIET_NAM).toInstant());
    Date day = Date.valueOf(story.filed().toLocalDate());
    Set<String> martyrs = new HashSet<>();
    Set<String> persons = new HashSet<>();
    if (story.subjectId() != null) {
      ("MARTYR".equals(story.subjectKind()) ? martyrs : persons).add(story.subjectId());
    }
    if (story.ownerId() != null) {
      persons.add(story.ownerId());
    }
    List<Map<String, Object>> martyr = in("martyr", "id", martyrs, "created_at < ?", filed);
    List<Map<String, Object>> kinship = new ArrayList<>(in("kinship", "martyr_id", ids(martyr, "id"), "(source_case is"
        + " null or source_case <> ?)", story.caseCode()));
    kinship.addAll(in("kinship", "deceased_person_id", persons, "(source_case is null or source_case <> ?)",
        story.caseCode()));
    List<Map<String, Object>> holders = in("worship_holder", "martyr_id", ids(martyr, "id"),
        "(case_code is null or case_code <> ?) and (decision_date is null or decision_date < ?)", story.caseCode(),
        day);
    holders.replaceAll(row -> after(row, "ended_on", day) ? with(row, "ended_on", null, "current_key",
        row.get("martyr_id")) : row);
    persons.addAll(ids(kinship, "person_id"));
    persons.addAll(ids(holders, "person_id"));
    List<Map<String, Object>> person = in("person", "id", persons, "created_at < ?", filed);
    Set<String> known = ids(person, "id");
    UnaryOperator<Map<String, Object>> onlyKnown = row -> known.contains(Objects.toString(row.get("person_id"), null))
        ? row : with(row, "person_id", null);
    kinship.replaceAll(onlyKnown);
    holders.replaceAll(onlyKnown);
    List<Map<String, Object>> files = new ArrayList<>(in("original_file", "martyr_id", ids(martyr, "id"), "1 = 1"));
    files.addAll(in("original_file", "person_id", known, "1 = 1"));
    List<Map<String, Object>> granted = granted(story, martyrs, persons, day);
    return List.of(new Rows("person", person), new Rows("person_word", in("person_word", "person_id", known, "1 = 1")),
        new Rows("martyr", martyr), new Rows("martyr_word", in("martyr_word", "martyr_id", ids(martyr, "id"), "1 = 1")),
        new Rows("kinship", distinct(kinship)), new Rows("worship_holder", holders),
        new Rows("original_file", distinct(files)), new Rows("entitlement", granted),
        new Rows("entitlement_period", in("entitlement_period", "entitlement_id", ids(granted, "id"), "1 = 1")));
  }

  /** What was granted to, or because of, the people of a case before it began; what ended since still ran then. */
  private List<Map<String, Object>> granted(Story story, Set<String> martyrs, Set<String> persons, Date day) {
    List<Map<String, Object>> granted = new ArrayList<>();
    String before = "(decided_on is null or decided_on < ?) and case_code <> ?";
    granted.addAll(in("entitlement", "person_id", persons, before, day, story.caseCode()));
    Set<String> keys = new HashSet<>(real.queryForList("select distinct claim_key from " + schema
        + "calculation_line where case_code = ? and claim_key is not null", String.class, story.caseCode()));
    granted.addAll(in("entitlement", "claim_key", keys, before, day, story.caseCode()));
    for (String id : martyrs) {
      granted.addAll(list("select * from " + schema + "entitlement where claim_key like ? and " + before,
          "%" + id + "%", day, story.caseCode()));
    }
    List<Map<String, Object>> once = distinct(granted);
    once.replaceAll(row -> after(row, "ended_on", day) && row.get("last_period") == null
        ? with(row, "ended_on", null, "active_key", row.get("claim_key")) : row);
    return once;
  }

  private static boolean after(Map<String, Object> row, String column, Date day) {
    return row.get(column) instanceof java.util.Date ended && !ended.before(day);
  }

  private static Map<String, Object> with(Map<String, Object> row, Object... values) {
    Map<String, Object> changed = new LinkedHashMap<>(row);
    for (int i = 0; i < values.length; i += 2) {
      String column = row.keySet().stream().filter(values[i].toString()::equalsIgnoreCase).findFirst().orElseThrow();
      changed.put(column, values[i + 1]);
    }
    return changed;
  }

  private static List<Map<String, Object>> distinct(List<Map<String, Object>> rows) {
    Map<Object, Map<String, Object>> byId = new LinkedHashMap<>();
    rows.forEach(row -> byId.putIfAbsent(get(row, "id"), row));
    return new ArrayList<>(byId.values());
  }

  private static Object get(Map<String, Object> row, String column) {
    return row.entrySet().stream().filter(each -> each.getKey().equalsIgnoreCase(column)).map(Map.Entry::getValue)
        .filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static Set<String> ids(List<Map<String, Object>> rows, String column) {
    Set<String> ids = new HashSet<>();
    rows.forEach(row -> {
      Object id = get(row, column);
      if (id != null) {
        ids.add(id.toString());
      }
    });
    return ids;
  }

  private List<Map<String, Object>> in(String table, String column, Set<String> ids, String and, Object... arguments) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (String id : ids) {
      List<Object> all = new ArrayList<>(List.of(id));
      all.addAll(Arrays.asList(arguments));
      found.addAll(list("select * from " + schema + table + " where " + column + " = ? and " + and, all.toArray()));
    }
    return found;
  }

  private List<Map<String, Object>> list(String sql, Object... arguments) {
    return real.queryForList(sql, arguments);
  }
}
