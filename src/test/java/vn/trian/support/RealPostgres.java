package vn.trian.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One real PostgreSQL for all tests of this JVM, with the durability of production. Every application
 * context gets an empty database of its own.
 */
public final class RealPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** Started when first needed, ended with the JVM. */
  private static final class Server {
    static final int PORT = start("fsync=on", "synchronous_commit=on");
  }

  /**
   * Starts a server that ends with the JVM.
   *
   * @param settings such as {@code fsync=on}
   * @return its port
   */
  public static int start(String... settings) {
    try {
      if (PostgresAsNobody.isNeeded()) {
        return PostgresAsNobody.start(List.of(settings));
      }
      var server = EmbeddedPostgres.builder().setRegisterShutdownHook(false);
      for (String setting : settings) {
        String[] parts = setting.split("=", 2);
        server.setServerConfig(parts[0], parts[1]);
      }
      EmbeddedPostgres running = server.start();
      afterApplications(() -> {
        try {
          running.close();
        } catch (IOException e) {
          System.err.println("PostgreSQL was not stopped: " + e.getMessage());
        }
      });
      return running.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  /** At the end of the JVM, but after the contexts: theirs wait for connections when the server goes first. */
  static void afterApplications(Runnable stop) {
    SpringApplication.getShutdownHandlers().add(stop);
  }

  /** Address of a new, empty database; user {@code postgres}, no password. */
  public static String newDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    String server = "jdbc:postgresql://localhost:" + Server.PORT + "/";
    try (var connection = DriverManager.getConnection(server + "postgres", "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " template template0 encoding 'UTF8'");
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name + " could not be made", e);
    }
    return server + name;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
        "spring.datasource.url=" + newDatabase(),
        "spring.datasource.username=postgres",
        "spring.datasource.password=").applyTo(context);
  }
}
