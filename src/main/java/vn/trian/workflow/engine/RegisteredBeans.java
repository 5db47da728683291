package vn.trian.workflow.engine;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The only beans that expressions of models can see. Looked up late, because most of them need the
 * engine that is being built.
 */
final class RegisteredBeans extends AbstractMap<Object, Object> {

  private final ListableBeanFactory beans;
  private final Set<String> names;

  RegisteredBeans(ListableBeanFactory beans) {
    this.beans = beans;
    this.names = Set.of(beans.getBeanNamesForAnnotation(Registered.class));
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String && names.contains(name);
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? beans.getBean((String) name) : null;
  }

  @Override
  public Set<Object> keySet() {
    return new LinkedHashSet<>(names);
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    Set<Map.Entry<Object, Object>> entries = new LinkedHashSet<>();
    names.forEach(name -> entries.add(Map.entry(name, beans.getBean(name))));
    return entries;
  }
}
