package vn.trian.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.trian.TriAn;

/** From the sources the libraries stand before our own classes, see src/build/start-archive.mjs. */
class ClassPathOrderTest {

  /** Spring reads these from all places at once. */
  private static final Set<String> READ_EVERYWHERE = Set.of("META-INF/spring.factories");

  @Test
  void noLibraryWithClassesHidesAFileOfOurs() throws Exception {
    Path own = Path.of(TriAn.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> names;
    try (Stream<Path> files = Files.walk(own)) {
      names = files.filter(Files::isRegularFile).map(file -> own.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !READ_EVERYWHERE.contains(name)).toList();
    }
    assertThat(names).contains("META-INF/resources/webjars/camunda/app/tasklist/scripts/config.js");
    assertThat(names).noneMatch(ClassPathOrderTest::standsInALibraryWithClasses);
  }

  private static boolean standsInALibraryWithClasses(String name) {
    try {
      for (URL place : Collections.list(TriAn.class.getClassLoader().getResources(name))) {
        if (place.openConnection() instanceof JarURLConnection jar
            && jar.getJarFile().stream().anyMatch(entry -> entry.getName().endsWith(".class"))) {
          return true;
        }
      }
      return false;
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
