package vn.trian.workflow.modelgate;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Parser;

/**
 * Reads an expression with the engine's own parser and finds what is not listed: variables, comparisons, choices
 * and calls of registered functions pass, the business key of the execution does, nothing else.
 */
final class ModelExpression {

  private static final int LONGEST = 2000;
  /** The engine's parser calls itself for each. */
  private static final int MOST_BRACKETS = 50;
  private static final Pattern OPENS = Pattern.compile("[$#]\\{");
  private static final Pattern ONE_NAME = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  /** What the engine puts beside the variables; only handed on to registered functions. */
  private static final Set<String> AT_HAND = Set.of("execution", "task");
  private static final Set<String> NEVER = Set.of("caseExecution", "externalTask", "variableScope", "processEngine",
      "processEngineServices", "applicationContext", "environment", "systemProperties", "java", "Runtime", "Math");
  private static final Set<String> READS = Set.of("processBusinessKey");
  private static final Set<AstBinary.Operator> COMPARISONS = Set.of(AstBinary.AND, AstBinary.OR, AstBinary.EQ,
      AstBinary.NE, AstBinary.GE, AstBinary.GT, AstBinary.LE, AstBinary.LT);
  private static final Set<Class<? extends Node>> PLAIN = Set.of(AstEval.class, AstText.class, AstComposite.class,
      AstString.class, AstNumber.class, AstBoolean.class, AstNull.class, AstNested.class, AstChoice.class,
      AstUnary.class);

  private final Register register;

  ModelExpression(Register register) {
    this.register = register;
  }

  static boolean isExpression(String text) {
    return OPENS.matcher(text).find();
  }

  /** Whether a text is one expression from its beginning to its end; two beside each other are a text, not a value. */
  static boolean isWhole(String text) {
    try {
      return new KeepingNames().build(text).getRoot() instanceof AstEval;
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  /** The name in {@code ${name}}; null for everything else. */
  static String oneName(String text) {
    Matcher name = ONE_NAME.matcher(text);
    return name.matches() ? name.group(1) : null;
  }

  /** What is not allowed in a text that may hold expressions; null when all is. */
  String refusedIn(String text) {
    if (!isExpression(text)) {
      return null;
    }
    if (text.length() > LONGEST || text.chars().filter(each -> each == '(').count() > MOST_BRACKETS) {
      return text;
    }
    try {
      return refused(new KeepingNames().build(text).getRoot());
    } catch (RuntimeException unreadable) {
      return text;
    }
  }

  private String refused(Node node) {
    if (node instanceof Call call) {
      return refusedCall(call);
    }
    if (node instanceof Member member) {
      return member.base() instanceof AstIdentifier base && base.getName().equals("execution")
          && READS.contains(member.name()) ? null : member.name();
    }
    if (node instanceof AstIdentifier identifier) {
      return refusedVariable(identifier.getName());
    }
    if (node instanceof AstBinary binary ? !COMPARISONS.contains(binary.getOperator())
        : !PLAIN.contains(node.getClass())) {
      return node.toString();
    }
    return refusedIn(node);
  }

  private String refusedIn(Node node) {
    for (int i = 0; i < node.getCardinality(); i++) {
      String refused = refused(node.getChild(i));
      if (refused != null) {
        return refused;
      }
    }
    return null;
  }

  private String refusedVariable(String name) {
    return AT_HAND.contains(name) || NEVER.contains(name) || register.knows(name) || !VARIABLE.matcher(name).matches()
        ? name : null;
  }

  private String refusedCall(Call call) {
    Member member = call.member();
    if (member == null || !(member.base() instanceof AstIdentifier bean)
        || !register.offers(bean.getName(), member.name(), call.parameters().getCardinality())) {
      return member == null ? call.toString() : member.name() + "()";
    }
    for (int i = 0; i < call.parameters().getCardinality(); i++) {
      Node argument = call.parameters().getChild(i);
      boolean handedOn = argument instanceof AstIdentifier identifier && AT_HAND.contains(identifier.getName());
      String refused = handedOn ? null : refused(argument);
      if (refused != null) {
        return refused;
      }
    }
    return null;
  }

  /** The engine's parser, but its nodes tell the names that they hold. */
  private static final class KeepingNames extends Builder {

    KeepingNames() {
      super(Feature.METHOD_INVOCATIONS);
    }

    @Override
    protected Parser createParser(String expression) {
      return new Parser(this, expression) {
        @Override
        protected AstDot createAstDot(AstNode base, String property, boolean left) {
          return new Member(base, property, left);
        }

        @Override
        protected AstMethod createAstMethod(AstProperty property, AstParameters parameters) {
          return new Call(property, parameters);
        }
      };
    }
  }

  private static final class Member extends AstDot {

    Member(AstNode base, String property, boolean left) {
      super(base, property, left);
    }

    Node base() {
      return prefix;
    }

    String name() {
      return property;
    }
  }

  private static final class Call extends AstMethod {

    private final Member member;
    private final AstParameters parameters;

    Call(AstProperty property, AstParameters parameters) {
      super(property, parameters);
      this.member = property instanceof Member dot ? dot : null;
      this.parameters = parameters;
    }

    Member member() {
      return member;
    }

    AstParameters parameters() {
      return parameters;
    }
  }
}
