package vn.trian.workflow.modelgate;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Ref;

/** What an expression reads, and with which values it compares what it reads. */
final class FeelNames {

  private static final Set<String> COMPARISONS = Set.of("Equal", "LessThan", "LessOrEqual", "GreaterThan",
      "GreaterOrEqual");
  private static final Set<String> TESTS = Set.of("UnaryTestExpression", "InputEqualTo", "InputLessThan",
      "InputLessOrEqual", "InputGreaterThan", "InputGreaterOrEqual");

  private final Set<String> bound = new HashSet<>();
  private final List<List<String>> read = new ArrayList<>();
  private final List<Comparison> compared = new ArrayList<>();

  /**
   * A comparison with a constant.
   *
   * @param path what is read
   * @param to   a text, a number or a truth value
   */
  record Comparison(List<String> path, Object to) {}

  /** Reads a parsed expression, or the tests of a cell whose column reads {@code input} (null for none). */
  static FeelNames of(Object parsed, List<String> input) {
    FeelNames names = new FeelNames();
    names.bind(parsed);
    names.visit(parsed, input);
    return names;
  }

  /** Everything that is read from outside of the expression; names that it gives itself are left out. */
  List<List<String>> read() {
    return read;
  }

  List<Comparison> compared() {
    return compared;
  }

  private boolean isOutside(List<String> path) {
    return !bound.contains(path.get(0));
  }

  /** Names given by loops, contexts, functions, and the items of filters. */
  private void bind(Object node) {
    if (node instanceof Product product) {
      if (product.productPrefix().equals("Tuple2") && product.productElement(0) instanceof String name) {
        bound.add(name);
      }
      if (product.productPrefix().equals("FunctionDefinition")) {
        parts(product.productElement(0)).forEach(name -> bound.add(String.valueOf(name)));
      }
    }
    bound.addAll(List.of("item", "partial"));
    parts(node).forEach(this::bind);
  }

  private void visit(Object node, List<String> input) {
    if (node instanceof Ref ref) {
      List<String> path = path(ref);
      if (isOutside(path)) {
        read.add(path);
      }
      return;
    }
    if (node instanceof Product product) {
      String kind = product.productPrefix();
      if (COMPARISONS.contains(kind)) {
        compare(product.productElement(0), product.productElement(1));
        compare(product.productElement(1), product.productElement(0));
      } else if (kind.equals("In") && product.productElement(0) instanceof Ref ref) {
        visit(ref, null);
        visit(product.productElement(1), isOutside(path(ref)) ? path(ref) : null);
        return;
      } else if (TESTS.contains(kind) && input != null && constant(product.productElement(0)) != null) {
        compared.add(new Comparison(input, constant(product.productElement(0))));
      } else if (kind.equals("Filter")) {
        // inside stand the fields of the items
        visit(product.productElement(0), null);
        return;
      }
    }
    parts(node).forEach(each -> visit(each, input));
  }

  private void compare(Object one, Object other) {
    if (one instanceof Ref ref && constant(other) != null && isOutside(path(ref))) {
      compared.add(new Comparison(path(ref), constant(other)));
    }
  }

  private static Object constant(Object node) {
    return node instanceof ConstString text ? text.value()
        : node instanceof ConstNumber number ? Double.valueOf(number.value().toDouble())
            : node instanceof ConstBool truth ? Boolean.valueOf(truth.value()) : null;
  }

  static List<String> path(Ref ref) {
    List<String> path = new ArrayList<>();
    parts(ref.names()).forEach(name -> path.add(String.valueOf(name)));
    return path;
  }

  static List<Object> parts(Object node) {
    List<Object> parts = new ArrayList<>();
    Iterator<?> each = node instanceof camundajar.impl.scala.collection.Iterable<?> many ? many.iterator()
        : node instanceof Product product ? product.productIterator() : null;
    while (each != null && each.hasNext()) {
      parts.add(each.next());
    }
    return parts;
  }
}
