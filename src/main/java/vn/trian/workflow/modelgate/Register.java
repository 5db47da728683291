package vn.trian.workflow.modelgate;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import vn.trian.workflow.engine.Registered;

/** Names that models may use, by what they may be used for. */
@Component
final class Register {

  private final Map<String, Class<?>> types = new LinkedHashMap<>();

  Register(ListableBeanFactory beans) {
    for (String name : beans.getBeanNamesForAnnotation(Registered.class)) {
      types.put(name, ClassUtils.getUserClass(beans.getType(name)));
    }
  }

  boolean knows(String name) {
    return types.containsKey(name);
  }

  /** True for what a service task may run. */
  boolean isDelegate(String name) {
    return is(name, JavaDelegate.class);
  }

  /** Everything that a service task may run. */
  List<String> delegates() {
    return types.keySet().stream().filter(this::isDelegate).toList();
  }

  /** True for what may listen at an element. */
  boolean isListener(String name) {
    return is(name, ExecutionListener.class) || isDelegate(name);
  }

  boolean isTaskListener(String name) {
    return is(name, TaskListener.class);
  }

  /** True when expressions may call a method with so many arguments; a delegate is run, not called. */
  boolean offers(String name, String method, int arguments) {
    return knows(name) && !isDelegate(name) && Arrays.stream(types.get(name).getDeclaredMethods())
        .anyMatch(each -> Modifier.isPublic(each.getModifiers()) && each.getName().equals(method)
            && each.getParameterCount() == arguments);
  }

  private boolean is(String name, Class<?> kind) {
    return knows(name) && kind.isAssignableFrom(types.get(name));
  }
}
