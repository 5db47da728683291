package vn.trian.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Reaches PostgreSQL before anything else does. Refuses a server that may lose what it acknowledged, and lets one
 * node after the other make the tables and fill them: a lock of this connection is held until {@link #close}.
 * Embedded databases have one node and their durability in their address, so nothing is done there.
 */
@Component
class FirstConnection implements InitializingBean, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(FirstConnection.class);
  /** Name of the lock among the advisory locks of the database: "trian" as a number. */
  private static final long LOCK = 0x74_72_69_61_6eL;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final String LOCK_TIMED_OUT = "55P03";

  private final JdbcConnectionDetails database;
  private final boolean demo;
  private final Duration longestWait;
  private Connection connection;

  @Autowired
  FirstConnection(JdbcConnectionDetails database, Environment environment) {
    this(database, environment.acceptsProfiles(Profiles.of("demo")), LONGEST_WAIT);
  }

  FirstConnection(JdbcConnectionDetails database, boolean demo, Duration longestWait) {
    this.database = database;
    this.demo = demo;
    this.longestWait = longestWait;
  }

  /**
   * Opens the connection and waits for its turn.
   *
   * @throws UnsafeStart when the server may lose work, or another node does not come to an end
   */
  @Override
  public void afterPropertiesSet() throws SQLException {
    if (DatabaseDriver.fromJdbcUrl(database.getJdbcUrl()) != DatabaseDriver.POSTGRESQL) {
      return;
    }
    connection = DriverManager.getConnection(database.getJdbcUrl(), settings());
    try {
      requireDurability();
      takeTurn();
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("user", Objects.requireNonNullElse(database.getUsername(), ""));
    settings.setProperty("password", Objects.requireNonNullElse(database.getPassword(), ""));
    settings.setProperty("connectTimeout", "5");
    settings.setProperty("tcpKeepAlive", "true");
    settings.setProperty("ApplicationName", "tri-an start");
    return settings;
  }

  private void requireDurability() throws SQLException {
    List<String> off = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select name from pg_settings where setting = 'off'"
            + " and name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name")) {
      while (rows.next()) {
        off.add(rows.getString(1));
      }
    }
    if (off.isEmpty()) {
      return;
    }
    String what = "PostgreSQL may lose acknowledged work in a crash: " + String.join(", ", off) + " is off.";
    if (!demo) {
      throw new UnsafeStart(what, "Turn it on in postgresql.conf, or for the role or database where it was turned"
          + " off (ALTER ROLE or DATABASE ... RESET), and start again.");
    }
    LOG.warn("{} Tolerated in a demonstration only.", what);
  }

  private void takeTurn() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set statement_timeout = 0; set idle_session_timeout = 0; set lock_timeout = "
          + longestWait.toMillis());
      try (var free = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
        free.next();
        if (free.getBoolean(1)) {
          return;
        }
      }
      LOG.info("another node is starting on this database; waiting for it");
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
    } catch (SQLException e) {
      if (LOCK_TIMED_OUT.equals(e.getSQLState())) {
        throw new UnsafeStart("Another node has been starting on this database for " + longestWait + ".",
            "See what that node waits for, or end it, and start again.");
      }
      throw e;
    }
  }

  /** Lets the next node begin. */
  void close() {
    try (Connection held = connection) {
      connection = null;
    } catch (SQLException e) {
      LOG.debug("the lock of the start ended with its connection", e);
    }
  }

  @Override
  public void destroy() {
    close();
  }
}
