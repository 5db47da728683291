package vn.trian.document;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/**
 * Fills Mustache templates. Values are always escaped and come from maps, lists and plain values only: a
 * template can be uploaded, so it must not reach methods of Java objects.
 */
@Component
class Templates {

  /** Stands where a value is missing, as on a form filled by hand. */
  static final String DOTS = "……";

  private static final Pattern PARTIAL = Pattern.compile("\\{\\{\\s*>\\s*([^}\\s]+)\\s*}}");
  private static final Pattern RAW = Pattern.compile("\\{\\{\\{|\\{\\{\\s*&|\\{\\{\\s*=");
  private static final Pattern UNKNOWN = Pattern.compile("\u0002([^\u0003]*)\u0003");
  private static final int MAX_LENGTH = 5_000_000;
  private static final int MAX_SECTIONS = 1_000_000;

  /**
   * Filled HTML.
   *
   * @throws DomainException INVALID: template-broken (name, what is wrong), template-partial-missing,
   *                         template-partial-circle, template-raw-value, template-too-large
   */
  String fill(TemplateSource source, Map<String, ?> model) {
    return fill(source, model, DOTS);
  }

  /** Tags for which the model has no value, in order of appearance; present but empty values are fine. */
  List<String> unknownTags(TemplateSource source, Map<String, ?> model) {
    Matcher found = UNKNOWN.matcher(fill(source, withoutNulls(model), "\u0002{{name}}\u0003"));
    Set<String> names = new LinkedHashSet<>();
    while (found.find()) {
      names.add(found.group(1));
    }
    return List.copyOf(names);
  }

  private String fill(TemplateSource source, Map<String, ?> model, String missing) {
    check(source);
    try {
      Bounded html = new Bounded(source.name());
      Mustache.compiler()
          .escapeHTML(true)
          .defaultValue(missing)
          .emptyStringIsFalse(true)
          .withCollector(new PlainValues(source.name()))
          .withLoader(name -> new StringReader(source.partials().get(name)))
          .compile(source.html())
          .execute(model, html);
      return html.toString();
    } catch (MustacheException e) {
      throw new DomainException(Kind.INVALID, "template-broken", source.name(), e.getMessage());
    }
  }

  private static void check(TemplateSource source) {
    check(source, source.name(), source.html(), new ArrayDeque<>(), 0);
  }

  /** How long the text is with all that it includes; a few files that include one another often become huge. */
  private static long check(TemplateSource source, String name, String text, Deque<String> open, long before) {
    long length = before + text.length();
    if (length > MAX_LENGTH) {
      throw tooLarge(source.name());
    }
    if (RAW.matcher(text).find()) {
      throw new DomainException(Kind.INVALID, "template-raw-value", name);
    }
    open.push(name);
    Matcher partial = PARTIAL.matcher(text);
    while (partial.find()) {
      String next = partial.group(1);
      String included = source.partials().get(next);
      if (included == null) {
        throw new DomainException(Kind.INVALID, "template-partial-missing", name, next);
      }
      if (open.contains(next)) {
        throw new DomainException(Kind.INVALID, "template-partial-circle", name, next);
      }
      length = check(source, next, included, open, length);
    }
    open.pop();
    return length;
  }

  private static DomainException tooLarge(String name) {
    return new DomainException(Kind.INVALID, "template-too-large", name);
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(inner)));
      return copy;
    }
    if (value instanceof Collection<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(inner -> copy.add(plain(inner)));
      return copy;
    }
    return value == null ? "" : value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> withoutNulls(Map<String, ?> model) {
    return (Map<String, ?>) plain(model);
  }

  /** Stops before a few lines of a template fill the memory. */
  private static final class Bounded extends StringWriter {

    private final String name;

    Bounded(String name) {
      this.name = name;
    }

    @Override
    public void write(String text) {
      room(text.length());
      super.write(text);
    }

    @Override
    public void write(String text, int from, int length) {
      room(length);
      super.write(text, from, length);
    }

    @Override
    public void write(char[] text, int from, int length) {
      room(length);
      super.write(text, from, length);
    }

    private void room(int more) {
      if (getBuffer().length() + more > MAX_LENGTH) {
        throw tooLarge(name);
      }
    }
  }

  /** Looks into maps and lists, never into other objects. */
  private static final class PlainValues extends BasicCollector {

    private final String name;
    private int sections;

    PlainValues(String name) {
      this.name = name;
    }

    /** Lists inside lists inside lists can keep a processor busy without a word being written. */
    @Override
    public Iterator<?> toIterator(Object value) {
      if (++sections > MAX_SECTIONS) {
        throw tooLarge(name);
      }
      return super.toIterator(value);
    }

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
      return context instanceof Map || context instanceof List ? super.createFetcher(context, name) : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}
