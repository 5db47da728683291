package vn.trian.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Commits one row after the other and says so after each commit, until somebody kills the process. */
public final class KilledWhileCommitting {

  private KilledWhileCommitting() {}

  /** @param args address of the database */
  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0], "sa", "")) {
      connection.createStatement().execute("create table if not exists committed (n integer primary key)");
      connection.setAutoCommit(false);
      int n = 0;
      try (var rows = connection.createStatement().executeQuery("select coalesce(max(n), 0) from committed")) {
        rows.next();
        n = rows.getInt(1);
      }
      try (var insert = connection.prepareStatement("insert into committed values (?)")) {
        while (true) {
          insert.setInt(1, ++n);
          insert.executeUpdate();
          connection.commit();
          System.out.println(n);
          System.out.flush();
        }
      }
    }
  }
}
