package vn.trian.workflow.gate;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every method and path of the engine's interfaces, read from their classes. */
final class JerseyPaths {

  private record Place(Class<?> type, String path) {}

  private JerseyPaths() {}

  /** All that root classes answer below a prefix, resources within resources too. */
  static Set<Endpoint> below(String prefix, Collection<Class<?>> roots) {
    Set<Endpoint> found = new TreeSet<>();
    Set<Place> seen = new LinkedHashSet<>();
    Deque<Place> open = new ArrayDeque<>();
    for (Class<?> root : roots) {
      Path path = root.getAnnotation(Path.class);
      if (path != null) {
        open.add(new Place(root, prefix + "/" + path.value()));
      }
    }
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (!seen.add(place) || place.path().split("/").length > 16) {
        continue;
      }
      for (Method method : place.type().getMethods()) {
        Optional<String> verb = annotation(method, HttpMethod.class);
        Optional<String> path = annotation(method, Path.class);
        String full = place.path() + path.map(each -> "/" + each).orElse("");
        if (verb.isPresent()) {
          found.add(Endpoint.of(verb.get(), full));
        } else if (path.isPresent()) {
          open.add(new Place(method.getReturnType(), full));
        }
      }
    }
    return found;
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
