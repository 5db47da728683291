package vn.trian.registry;

import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.trian.shared.Texts;

/** How names are searched: folded words, each found by its beginning. */
final class Words {

  /** Answers of one search. */
  static final int MAX_ANSWERS = 20;
  private static final int MAX_WORDS = 8;
  private static final int MAX_LENGTH = 60;

  private Words() {}

  /** Folded words of texts. */
  static Set<String> of(String... texts) {
    return Arrays.stream(texts).flatMap(Words::split).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Words of a search, at most a handful. */
  static List<String> searched(String text) {
    return split(text).distinct().limit(MAX_WORDS).toList();
  }

  /**
   * Last text that begins with the prefix. A range instead of LIKE keeps a plain index usable in every
   * collation, because words hold nothing but a-z and 0-9.
   */
  static String end(String prefix) {
    return prefix + "zzzzzzzz";
  }

  /**
   * JPQL that holds for records whose {@code words} have all the words searched for, each by its beginning.
   *
   * @param alias  of the record in the query around it
   * @param entity name of the record's class
   */
  static String condition(String alias, String entity, List<String> searched) {
    return IntStream.range(0, searched.size())
        .mapToObj(i -> "%s.id in (select q.id from %s q join q.words w where w >= :w%d and w <= :e%d)"
            .formatted(alias, entity, i, i))
        .collect(Collectors.joining(" and "));
  }

  /** Gives a query the words of its {@link #condition}. */
  static void bind(Query query, List<String> searched) {
    for (int i = 0; i < searched.size(); i++) {
      query.setParameter("w" + i, searched.get(i)).setParameter("e" + i, end(searched.get(i)));
    }
  }

  /** Capitals and digits of a number: blanks, dashes and case never tell two certificates apart. */
  static String key(String number) {
    String key = Texts.fold(number).replaceAll("[^a-z0-9]", "").toUpperCase(Locale.ROOT);
    return key.isEmpty() ? null : key;
  }

  static int limit(int wanted) {
    return Math.max(1, Math.min(wanted, MAX_ANSWERS));
  }

  private static Stream<String> split(String text) {
    return Arrays.stream(Texts.fold(text).split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.length() > MAX_LENGTH ? word.substring(0, MAX_LENGTH) : word);
  }
}
