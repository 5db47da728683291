package vn.trian.workflow.gate;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** All that the running application answers: what Spring serves, what Jersey serves, files, and what filters do. */
final class Endpoints {

  /** Method of a handler that takes any. */
  static final String ANY = "ANY";
  /** Answered by filters, which no register lists. */
  private static final Set<Endpoint> BY_FILTERS = Set.of(new Endpoint("POST", "/login"),
      new Endpoint("POST", "/logout"), new Endpoint("GET", "/camunda/app/tasklist/{}/"),
      new Endpoint("GET", "/camunda/app/cockpit/{}/"), new Endpoint("GET", "/camunda/app/admin/{}/"),
      new Endpoint("GET", "/camunda/app/welcome/{}/"));

  private Endpoints() {}

  static Set<Endpoint> of(ApplicationContext application, ServletContext context) throws Exception {
    Set<Endpoint> all = new TreeSet<>(BY_FILTERS);
    all.addAll(ofSpring(application));
    all.addAll(files(application));
    for (ServletRegistration servlet : context.getServletRegistrations().values()) {
      all.addAll(ofServlet(servlet, application));
    }
    return all;
  }

  private static Set<Endpoint> ofSpring(ApplicationContext application) {
    Set<Endpoint> found = new LinkedHashSet<>();
    for (RequestMappingInfoHandlerMapping mapping
        : application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
      for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
        Set<String> methods = new TreeSet<>();
        info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        if (methods.isEmpty()) {
          methods.add(ANY);
        }
        info.getPatternValues().forEach(path -> methods.forEach(method -> found.add(Endpoint.of(method, path))));
      }
    }
    for (SimpleUrlHandlerMapping mapping : application.getBeansOfType(SimpleUrlHandlerMapping.class).values()) {
      mapping.getHandlerMap().keySet().forEach(path -> found.add(new Endpoint("GET", path)));
    }
    return found;
  }

  private static Set<Endpoint> files(ApplicationContext application) throws IOException {
    Set<Endpoint> found = new LinkedHashSet<>();
    for (Resource file : application.getResources("classpath*:/static/*")) {
      boolean folder = !file.isReadable() || file.isFile() && file.getFile().isDirectory();
      found.add(new Endpoint("GET", "/" + file.getFilename() + (folder ? "/**" : "")));
    }
    return found;
  }

  private static Set<Endpoint> ofServlet(ServletRegistration servlet, ApplicationContext application)
      throws ReflectiveOperationException {
    String mapping = servlet.getMappings().iterator().next();
    if (Set.of("dispatcherServlet", "default", "jsp").contains(servlet.getName())) {
      return Set.of();
    }
    String prefix = mapping.replaceFirst("/\\*$", "");
    String named = servlet.getInitParameters().get("jakarta.ws.rs.Application");
    if (named != null && !named.equals(ResourceConfig.class.getName())) {
      Application jersey = (Application) Class.forName(named).getDeclaredConstructor().newInstance();
      return JerseyPaths.below(prefix, jersey.getClasses());
    }
    Map<String, ResourceConfig> configs = application.getBeansOfType(ResourceConfig.class);
    if (prefix.equals("/engine-rest") && configs.size() == 1) {
      return JerseyPaths.below(prefix, configs.values().iterator().next().getClasses());
    }
    throw new AssertionError("a servlet that nobody thought of: " + servlet.getName() + " at " + mapping);
  }
}
