package vn.trian.workflow.modelgate;

import camundajar.impl.scala.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * How much an expression can make at most, whatever it works at: FEEL stops nobody from counting to a thousand within
 * a thousand, from doubling a text forty times, or from asking for a number of a thousand million digits.
 */
final class FeelCost {

  /** Letters, entries and rounds, all in one. */
  static final long MOST = 10_000_000;
  /** Stands for what is refused where it is the whole. */
  static final String TOO_MUCH = "> " + MOST;
  /** As long as a list of the case is taken to be. */
  private static final long ENTRIES = 30;
  private static final BigDecimal MOST_DIGITS = BigDecimal.valueOf(20);
  /** What they make is as long as what they are given, multiplied. */
  private static final Set<String> MULTIPLY = Set.of("replace", "string join");
  /** What comes of these is true or false, however much they look at. */
  private static final Set<String> TRUTHS = Set.of("Equal", "LessThan", "LessOrEqual", "GreaterThan", "GreaterOrEqual",
      "Conjunction", "Disjunction", "Not", "InstanceOf", "In");
  private static final Set<String> LISTS = Set.of("append", "concatenate", "insert before", "union", "flatten");
  /** The second of what they are given is a pattern. */
  private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");
  private static final Set<String> DIGITS = Set.of("decimal", "floor", "ceiling", "round up", "round down",
      "round half up", "round half down");
  /** The same question must have the same answer. */
  private static final Set<String> CHANCE = Set.of("random number");

  /** They ask the clock of the machine: a rehearsal of last year's cases would be told today's date. */
  private static final Set<String> CLOCKS = Set.of("now", "today");

  private String refused;

  private FeelCost() {}

  /**
   * How much there is.
   *
   * @param work    rounds, and letters and entries that are put together
   * @param size    letters and entries of what comes of it; to name something again makes no more of it
   * @param entries of a list; 1 for anything else
   */
  record Amount(long work, long size, long entries) {

    static final Amount ONE = new Amount(1, 1, 1);
    /** Of a field, which may be a list. */
    static final Amount FIELD = new Amount(1, 1, ENTRIES);

    boolean isTooMuch() {
      return work > MOST || size > MOST;
    }

    Amount and(Amount other) {
      return new Amount(sum(work, other.work), sum(size, other.size), sum(entries, other.entries));
    }

    Amount or(Amount other) {
      return new Amount(sum(work, other.work), Math.max(size, other.size), Math.max(entries, other.entries));
    }

    /** What can be called by its name from now on. */
    Amount named() {
      return new Amount(1, size, entries);
    }

    /** One of its entries, if they are alike. */
    Amount entry() {
      long each = Math.max(1, size / Math.max(1, entries));
      return new Amount(1, each, Math.max(each, ENTRIES));
    }

    /** Something of it. */
    Amount part() {
      return new Amount(work, size, Math.max(size, ENTRIES));
    }
  }

  /**
   * What is too much in an expression that was read; null when nothing is.
   *
   * @param known how much is in what it may refer to, by name; a name that is not there is a field
   */
  static String refusedIn(Object parsed, Map<String, Amount> known) {
    FeelCost cost = new FeelCost();
    Amount most = cost.of(parsed, known);
    return cost.refused != null ? cost.refused : most.isTooMuch() ? TOO_MUCH : null;
  }

  /** How much an expression can make; at most a little more than {@link #MOST}. */
  static Amount amount(Object parsed, Map<String, Amount> known) {
    return new FeelCost().of(parsed, known);
  }

  private Amount of(Object node, Map<String, Amount> known) {
    if (node instanceof ConstString text) {
      return new Amount(1, Math.max(1, text.value().length()), 1);
    }
    if (node instanceof ConstNumber number) {
      return new Amount(1, number.value().toString().length(), 1);
    }
    if (node instanceof Ref ref) {
      return reference(FeelNames.path(ref), known);
    }
    if (node instanceof ConstContext context) {
      return context(context, known);
    }
    if (node instanceof For loop) {
      return rounds(FeelNames.parts(loop.iterators()), loop.exp(), known);
    }
    if (node instanceof SomeItem some) {
      return truth(rounds(FeelNames.parts(some.iterators()), some.condition(), known));
    }
    if (node instanceof EveryItem every) {
      return truth(rounds(FeelNames.parts(every.iterators()), every.condition(), known));
    }
    if (node instanceof Filter filter) {
      Amount list = of(filter.list(), known);
      return new Amount(sum(list.work(), times(list.entries(), of(filter.filter(), known).work())), list.size(),
          list.entries());
    }
    if (node instanceof If choice) {
      return new Amount(of(choice.condition(), known).work(), 0, 0)
          .or(of(choice.statement(), known).or(of(choice.elseStatement(), known)));
    }
    if (node instanceof IterationContext range) {
      return range(range);
    }
    if (node instanceof PathExpression path) {
      return of(path.path(), known).part();
    }
    if (node instanceof Exponentiation) {
      refuse("**");
    }
    if (node instanceof FunctionInvocation call) {
      return call(call, known);
    }
    Amount all = new Amount(1, 0, 0);
    for (Object part : FeelNames.parts(node)) {
      boolean isTree = part instanceof Product || part instanceof camundajar.impl.scala.collection.Iterable;
      all = isTree ? all.and(of(part, known)) : all;
    }
    if (node instanceof Product product && TRUTHS.contains(product.productPrefix())) {
      return truth(all);
    }
    return new Amount(sum(all.work(), all.size()), Math.max(1, all.size()), Math.max(1, all.entries()));
  }

  private static Amount truth(Amount work) {
    return new Amount(work.work(), 1, 1);
  }

  private Amount reference(List<String> path, Map<String, Amount> known) {
    if (path.get(0).equals("partial")) {
      refuse("partial");
    }
    Amount whole = known.getOrDefault(path.get(0), Amount.FIELD).named();
    return path.size() == 1 || !known.containsKey(path.get(0)) ? whole : whole.part();
  }

  /** Entries may be made of those before them. */
  private Amount context(ConstContext context, Map<String, Amount> known) {
    Map<String, Amount> own = new HashMap<>(known);
    Amount all = Amount.ONE;
    for (Object entry : FeelNames.parts(context.entries())) {
      List<Object> named = FeelNames.parts(entry);
      Amount made = of(named.get(1), own);
      own.put(String.valueOf(named.get(0)), made.named());
      all = all.and(made);
    }
    return new Amount(all.work(), all.size(), 1);
  }

  private Amount rounds(List<Object> iterators, Object body, Map<String, Amount> known) {
    Map<String, Amount> own = new HashMap<>(known);
    long rounds = 1;
    long work = 1;
    for (Object iterator : iterators) {
      List<Object> named = FeelNames.parts(iterator);
      Amount list = of(named.get(1), own);
      work = sum(work, times(rounds, list.work()));
      rounds = times(rounds, list.entries());
      own.put(String.valueOf(named.get(0)), list.entry());
    }
    Amount each = of(body, own);
    return new Amount(sum(work, times(rounds, each.work())), times(rounds, each.size()), rounds);
  }

  private static Amount range(IterationContext range) {
    long entries = range.start() instanceof ConstNumber from && range.end() instanceof ConstNumber to
        ? (long) from.value().$minus(to.value()).abs().toDouble() + 1 : ENTRIES;
    return new Amount(entries, entries, entries);
  }

  private Amount call(FunctionInvocation call, Map<String, Amount> known) {
    List<Object> given = new ArrayList<>();
    Map<String, Object> named = new HashMap<>();
    if (call.params() instanceof PositionalFunctionParameters params) {
      given.addAll(FeelNames.parts(params.params()));
    } else if (call.params() instanceof NamedFunctionParameters params) {
      FeelNames.parts(params.params()).forEach(each ->
          named.put(String.valueOf(FeelNames.parts(each).get(0)), FeelNames.parts(each).get(1)));
      given.addAll(named.values());
    }
    endless(call.function(), given, named);
    boolean multiplies = MULTIPLY.contains(call.function());
    long work = 1;
    long size = 1;
    long entries = 1;
    for (Object each : given) {
      Amount made = of(each, known);
      work = sum(work, made.work());
      size = multiplies ? times(size, made.size()) : sum(size, made.size());
      entries = multiplies ? 1 : Math.max(entries, Math.max(made.entries(), call.function().equals("split")
          ? made.size() : LISTS.contains(call.function()) ? sum(entries, made.entries()) : 1));
    }
    return new Amount(sum(work, size), size, entries);
  }

  /** What takes for ever with the wrong argument. */
  private void endless(String function, List<Object> given, Map<String, Object> named) {
    if (CHANCE.contains(function)) {
      refuse(function + "()");
    }
    if (CLOCKS.contains(function)) {
      refuse(function + "() → case.today");
    }
    if (PATTERNS.contains(function)) {
      Object pattern = named.isEmpty() ? given.size() > 1 ? given.get(1) : null
          : named.getOrDefault("pattern", named.get("delimiter"));
      if (!(pattern instanceof ConstString text) || FormFile.isEndless(text.value())) {
        refuse(function + "()");
      }
    }
    Object scale = !named.isEmpty() ? named.get("scale") : given.size() > 1 ? given.get(1) : null;
    if (DIGITS.contains(function) && scale != null && !(scale instanceof ConstNumber digits && isFew(digits))) {
      refuse(function + "()");
    }
    if (function.equals("number") && given.stream().anyMatch(each -> each instanceof ConstString text
        && text.value().matches(".*[eE].*"))) {
      refuse("number()");
    }
  }

  private static boolean isFew(ConstNumber digits) {
    return digits.value().bigDecimal().abs().compareTo(MOST_DIGITS) <= 0;
  }

  private void refuse(String what) {
    refused = refused == null ? what : refused;
  }

  private static long sum(long one, long other) {
    return Math.min(one + other, 2 * MOST);
  }

  private static long times(long one, long other) {
    return one > 0 && other > 2 * MOST / one ? 2 * MOST : one * other;
  }
}
