package vn.trian.workflow.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Modifier;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * What an expression can reach: variables, registered beans, the running execution or task, and from those
 * only what is listed here by name. Nothing can be written; everything that is not listed is refused.
 */
final class ExpressionFence extends ELResolver {

  private static final Set<String> VARIABLES =
      Set.of("getVariable", "getVariableLocal", "hasVariable", "hasVariableLocal");

  /** Harmless reads by type; the first type that fits counts. */
  private static final Map<Class<?>, Set<String>> READS = new LinkedHashMap<>();

  static {
    READS.put(DelegateExecution.class, with(VARIABLES, "getId", "getEventName", "getBusinessKey",
        "getProcessBusinessKey", "getProcessInstanceId", "getProcessDefinitionId", "getParentId",
        "getCurrentActivityId", "getCurrentActivityName", "getActivityInstanceId", "getParentActivityInstanceId",
        "getCurrentTransitionId", "isCanceled", "getTenantId"));
    READS.put(DelegateTask.class, with(VARIABLES, "getId", "getName", "getDescription", "getPriority",
        "getProcessInstanceId", "getExecutionId", "getProcessDefinitionId", "getCreateTime", "getTaskDefinitionKey",
        "getEventName", "getOwner", "getAssignee", "getDueDate", "getFollowUpDate", "getTenantId"));
    READS.put(String.class, Set.of("length", "isEmpty", "isBlank", "startsWith", "endsWith", "contains", "equals",
        "equalsIgnoreCase", "trim", "strip", "toLowerCase", "toUpperCase", "substring", "indexOf"));
    READS.put(Number.class, Set.of("intValue", "longValue", "doubleValue", "compareTo", "equals"));
    READS.put(Boolean.class, Set.of("booleanValue", "equals"));
    READS.put(Date.class, Set.of("before", "after", "equals", "getTime"));
    READS.put(Temporal.class, Set.of("isBefore", "isAfter", "isEqual", "equals", "getYear", "getMonthValue",
        "getDayOfMonth", "getDayOfYear", "getHour", "getMinute", "plusDays", "minusDays", "plusMonths",
        "minusMonths", "plusYears", "minusYears", "toLocalDate"));
    READS.put(Map.class, Set.of("size", "isEmpty", "containsKey", "get"));
    READS.put(Collection.class, Set.of("size", "isEmpty", "contains", "get"));
  }

  private final CompositeELResolver roots = new CompositeELResolver();
  private final CompositeELResolver elements = new CompositeELResolver();
  private final BeanELResolver values = new BeanELResolver(true);

  ExpressionFence(Map<Object, Object> beans) {
    roots.add(new VariableScopeElResolver());
    roots.add(new VariableContextElResolver());
    roots.add(new ReadOnlyMapELResolver(beans));
    elements.add(new ArrayELResolver(true));
    elements.add(new ListELResolver(true));
    elements.add(new MapELResolver(true));
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base == null) {
      return roots.getValue(context, null, property);
    }
    if (base instanceof Map || base instanceof List || base instanceof Object[]) {
      return elements.getValue(context, base, property);
    }
    String name = StringUtils.capitalize(String.valueOf(property));
    if (property instanceof String && (reads(base, "get" + name) || reads(base, "is" + name))) {
      return values.getValue(context, base, property);
    }
    throw refused(base, property);
  }

  @Override
  public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    if (base != null && method instanceof String name && (reads(base, name) || offers(base, name))) {
      return values.invoke(context, base, name, types, arguments);
    }
    throw refused(base, method);
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    throw new ELException("expressions only read");
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    throw new ELException("expressions only read");
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    context.setPropertyResolved(true);
    return true;
  }

  @Override
  @SuppressWarnings("removal")
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }

  private static boolean reads(Object base, String method) {
    return READS.entrySet().stream().filter(each -> each.getKey().isInstance(base)).findFirst()
        .filter(each -> each.getValue().contains(method)).isPresent();
  }

  /** A registered bean offers its own public methods. A delegate offers none: the engine runs it, no expression. */
  private static boolean offers(Object base, String method) {
    if (base instanceof JavaDelegate || AnnotationUtils.findAnnotation(base.getClass(), Registered.class) == null) {
      return false;
    }
    return Arrays.stream(ClassUtils.getUserClass(base).getDeclaredMethods())
        .anyMatch(each -> Modifier.isPublic(each.getModifiers()) && each.getName().equals(method));
  }

  private static ELException refused(Object base, Object member) {
    return new ELException("not for expressions: " + member + " of "
        + (base == null ? "nothing" : base.getClass().getSimpleName()));
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
