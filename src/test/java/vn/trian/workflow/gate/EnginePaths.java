package vn.trian.workflow.gate;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** Every method and path of the engine's REST, read from its classes. */
final class EnginePaths {

  /** One pair; ids in the path are replaced by {@code x}. */
  record Pair(String method, String path) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return (path + method).compareTo(other.path + other.method);
    }
  }

  private record Place(Class<?> type, String path) {}

  private EnginePaths() {}

  /** Pairs below {@code engine/engine/default/}. */
  static Set<Pair> all() {
    Set<Pair> found = new TreeSet<>();
    Set<Place> seen = new LinkedHashSet<>();
    Deque<Place> open = new ArrayDeque<>();
    open.add(new Place(NamedProcessEngineRestServiceImpl.class, "engine"));
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (!seen.add(place) || place.path().split("/").length > 12) {
        continue;
      }
      for (Method method : place.type().getMethods()) {
        Optional<String> verb = annotation(method, HttpMethod.class);
        Optional<String> path = annotation(method, Path.class);
        if (verb.isEmpty() && path.isEmpty()) {
          continue;
        }
        String full = place.path() + path.map(each -> "/" + each.replaceFirst("^/", "")).orElse("");
        if (verb.isPresent()) {
          found.add(new Pair(verb.get(), plain(full)));
        } else {
          open.add(new Place(method.getReturnType(), full));
        }
      }
    }
    return found;
  }

  private static String plain(String path) {
    return path.replaceFirst("\\{name}", "default").replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "x")
        .replaceAll("/+", "/").replaceAll("/$", "");
  }

  /** Value of an annotation on a method or on what it overrides; for the verb the annotation sits on another. */
  private static Optional<String> annotation(Method method, Class<? extends Annotation> wanted) {
    for (Deque<Class<?>> types = new ArrayDeque<>(Set.of(method.getDeclaringClass())); !types.isEmpty(); ) {
      Class<?> type = types.pop();
      try {
        Method same = type.getMethod(method.getName(), method.getParameterTypes());
        for (Annotation annotation : same.getDeclaredAnnotations()) {
          if (annotation instanceof Path path && wanted == Path.class) {
            return Optional.of(path.value());
          }
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null && wanted == HttpMethod.class) {
            return Optional.of(verb.value());
          }
        }
      } catch (NoSuchMethodException e) {
        // not from this type
      }
      types.addAll(Set.of(type.getInterfaces()));
      if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
        types.add(type.getSuperclass());
      }
    }
    return Optional.empty();
  }
}
