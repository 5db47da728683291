package vn.trian.workflow.modelgate;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.util.Either;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import vn.trian.workflow.modelgate.FeelCost.Amount;

/** Reads FEEL with the engine's own parser: it must be readable and call only FEEL's functions and registered ones. */
final class FeelCheck {

  private static final int LONGEST = 16_000;
  /**
   * The engine's parser calls itself for each level, and tries two ways or more at each: what cannot be read takes it
   * twice to four times as long with every level, minutes at fifteen.
   */
  private static final int DEPTH = 8;
  /** All expressions of a release together. */
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_ROUNDS = 1000;
  private static final Set<String> NEVER =
      Set.of("JavaFunctionInvocation", "FunctionDefinition", "QualifiedFunctionInvocation");

  private final FeelEngine feel;
  private final Set<String> functions;
  /** How much is in names that the release gives, such as those of derived values. */
  private final Map<String, Amount> known = new HashMap<>();
  private long spent;

  private FeelCheck(FeelCheck other) {
    this.feel = other.feel;
    this.functions = other.functions;
  }

  FeelCheck(Set<String> registered) {
    this.feel = new FeelEngine.Builder().build();
    this.functions = new HashSet<>(registered);
    Iterator<String> names = new BuiltinFunctions(FeelEngineClock.SystemClock$.MODULE$,
        new CompositeValueMapper(camundajar.impl.scala.collection.immutable.List$.MODULE$.empty()))
        .functionNames().iterator();
    while (names.hasNext()) {
      functions.add(names.next());
    }
  }

  /** The same for one release, which may take so much time and no more. */
  FeelCheck forOneRelease() {
    return new FeelCheck(this);
  }

  /** What is refused in an expression; null when nothing is. */
  String refusedIn(String expression) {
    return refused(expression, feel::parseExpression);
  }

  /** What is refused in the tests of one cell; null when nothing is. */
  String refusedInTests(String tests) {
    return refused(tests, feel::parseUnaryTests);
  }

  /** Notes what a release calls the value of an expression: others that refer to it can make as much more of it. */
  void learn(String name, Object parsed) {
    known.put(name, FeelCost.amount(parsed, known).named());
  }

  /**
   * How much an expression can make at most.
   *
   * @param more how much is in names that are known to this expression alone
   */
  Amount amount(Object parsed, Map<String, Amount> more) {
    Map<String, Amount> all = new HashMap<>(known);
    all.putAll(more);
    return FeelCost.amount(parsed, all);
  }

  /** An expression as it was read; null for what {@link #refusedIn} refuses. */
  Object parsed(String expression) {
    return refusedIn(expression) == null ? feel.parseExpression(expression).toOption().get().expression() : null;
  }

  /** The tests of a cell as they were read; null for what {@link #refusedInTests} refuses. */
  Object parsedTests(String tests) {
    return refusedInTests(tests) == null ? feel.parseUnaryTests(tests).toOption().get().expression() : null;
  }

  private String refused(String text, Function<String, Either<Failure, ParsedExpression>> parser) {
    if (text.length() > LONGEST || depth(text) > DEPTH) {
      return text;
    }
    if (spent > LIMIT.toNanos()) {
      return "> " + LIMIT.toSeconds() + " s";
    }
    long start = System.nanoTime();
    try {
      Either<Failure, ParsedExpression> parsed = parser.apply(text);
      if (parsed.isLeft()) {
        return text;
      }
      Object expression = parsed.toOption().get().expression();
      String refused = refused(expression);
      return refused == null ? FeelCost.refusedIn(expression, known) : refused;
    } catch (StackOverflowError endless) {
      return text;
    } finally {
      spent += System.nanoTime() - start;
    }
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : ")]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  private String refused(Object node) {
    if (node instanceof FunctionInvocation call && !functions.contains(call.function())) {
      return call.function() + "()";
    }
    if (node instanceof IterationContext rounds && !isBounded(rounds)) {
      return "for … in …";
    }
    if (node instanceof Product product && NEVER.contains(product.productPrefix())) {
      return product.toString();
    }
    for (Object part : FeelNames.parts(node)) {
      String refused = refused(part);
      if (refused != null) {
        return refused;
      }
    }
    return null;
  }

  /** So many rounds as are written there, or as a list of the case has entries. */
  private static boolean isBounded(IterationContext rounds) {
    return rounds.start() instanceof ConstNumber from
        && (rounds.end() instanceof ConstNumber to
            ? from.value().$minus(to.value()).abs().toDouble() <= MOST_ROUNDS
            : rounds.end() instanceof FunctionInvocation size && size.function().equals("count")
                && size.params() instanceof PositionalFunctionParameters of && of.params().head() instanceof Ref);
  }
}
