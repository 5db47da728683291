package vn.trian.workflow.rehearsal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.trian.shared.DomainException;

/** What came out otherwise than a scenario says, collected while it is played, each a sentence. */
final class Discrepancies {

  /** Longer lists are compared item by item: the sentence would quote both as a whole. */
  private static final int QUOTED = 20;

  private final List<Finding> found = new ArrayList<>();

  List<Finding> found() {
    return List.copyOf(found);
  }

  /** The name of what is compared, as part of a sentence. */
  static Finding what(String code, Object... arguments) {
    return Finding.of("rehearsal.what." + code, arguments);
  }

  /** What a refusal of invented people says, in full. */
  static Finding words(DomainException refusal) {
    Finding said = Finding.of(refusal.code(), refusal.arguments());
    return refusal.problems().isEmpty() ? said : Finding.list(refusal.problems().stream()
        .map(each -> what("field", each.field(), Finding.of(each.code(), each.arguments().toArray()))).toList());
  }

  void add(String code, Object... arguments) {
    add(Finding.of("rehearsal.said." + code, arguments));
  }

  void add(Finding finding) {
    found.add(finding);
  }

  /** Two values that have to be the same; of an expected set the order does not count. */
  void compare(Finding what, Object expected, Object actual) {
    if (expected instanceof List<?> wanted && actual instanceof List<?> given && wanted.size() == given.size()
        && wanted.size() > QUOTED) {
      for (int i = 0; i < wanted.size(); i++) {
        compare(what, wanted.get(i), given.get(i));
      }
      return;
    }
    boolean same = expected instanceof Set<?> wanted && actual instanceof Collection<?> given
        ? wanted.equals(new LinkedHashSet<>(given)) : Objects.equals(expected, actual);
    if (!same) {
      add("differs", what, expected, actual);
    }
  }

  /** As {@link #compare} for what a scenario may leave out: then nothing is expected. */
  void compareIfSaid(Finding what, Object expected, Object actual) {
    if (expected != null) {
      compare(what, expected, actual);
    }
  }

  /**
   * Rows that have to be there, in any order, and no others.
   *
   * @param expected some of the columns of each; null = nothing is expected
   */
  void compareRows(Finding what, List<Map<String, Object>> expected, List<Map<String, Object>> actual) {
    if (expected == null) {
      return;
    }
    List<Map<String, Object>> left = new ArrayList<>(actual);
    for (Map<String, Object> wanted : expected) {
      boolean there = left.stream().filter(row -> matches(wanted, row)).findFirst().map(left::remove).orElse(false);
      if (!there) {
        add("row-missing", what, wanted, actual);
      }
    }
    if (!left.isEmpty()) {
      add("row-more", what, left);
    }
  }

  private static boolean matches(Map<String, Object> wanted, Map<String, Object> row) {
    return wanted.entrySet().stream().allMatch(each -> row.containsKey(each.getKey())
        && Objects.equals(plain(each.getValue()), plain(row.get(each.getKey()))));
  }

  /** A value as a scenario writes it: 2.50 is 2.5, a date is its text. */
  static String plain(Object value) {
    return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : value == null ? null : value.toString();
  }
}
