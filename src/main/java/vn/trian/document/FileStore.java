package vn.trian.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.Sha256;

/**
 * Bytes in the database, once per checksum, in the transaction of whoever stores them. Plain JDBC: file
 * contents have no business in a persistence context.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FileStore {

  static final int CHUNK = 512 * 1024;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final String schema;

  FileStore(JdbcTemplate jdbc, Clock clock,
      @Value("${spring.jpa.properties.hibernate.default_schema:}") String schema) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.schema = schema.isBlank() ? "" : schema + ".";
  }

  StoredFile put(byte[] bytes, String mediaType) {
    StoredFile file = new StoredFile(Sha256.of(bytes), bytes.length, mediaType);
    put(file, new ByteArrayInputStream(bytes));
    return file;
  }

  /**
   * Stores what many documents share and nobody ever removes, such as the text of a template. Takes no lock on
   * what is there already: otherwise all who draw up the same kind of document would wait for one another.
   */
  StoredFile putForGood(byte[] bytes, String mediaType) {
    StoredFile file = new StoredFile(Sha256.of(bytes), bytes.length, mediaType);
    Integer there = jdbc.queryForObject("select count(*) from " + schema + "stored_file where sha256 = ?",
        Integer.class, file.sha256());
    if ((there == null || there == 0) && insertRow(file)) {
      insertChunks(file, new ByteArrayInputStream(bytes));
    }
    return file;
  }

  /** Stores the content of a file whose checksum is known already. */
  void put(StoredFile file, InputStream content) {
    // the row is locked in either case: nobody can remove a file that gets its next reference right now
    while (!insertRow(file)) {
      if (lock(file.sha256())) {
        return;
      }
    }
    insertChunks(file, content);
  }

  private boolean insertRow(StoredFile file) {
    return insertIfAbsent("insert into " + schema + "stored_file (sha256, size, media_type, created_at)"
        + " values (?, ?, ?, ?)", file.sha256(), file.size(), file.mediaType(), Timestamp.from(clock.instant()));
  }

  private void insertChunks(StoredFile file, InputStream content) {
    try {
      int seq = 0;
      for (byte[] piece = content.readNBytes(CHUNK); piece.length > 0; piece = content.readNBytes(CHUNK)) {
        jdbc.update("insert into " + schema + "file_chunk (sha256, seq, bytes) values (?, ?, ?)",
            file.sha256(), seq++, piece);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Content of a stored file.
   *
   * @throws IllegalStateException when it is missing or no longer has its checksum
   */
  byte[] read(String sha256) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    jdbc.query("select bytes from " + schema + "file_chunk where sha256 = ? order by seq",
        row -> {
          bytes.writeBytes(row.getBytes(1));
        }, sha256);
    byte[] content = bytes.toByteArray();
    if (!Sha256.of(content).equals(sha256)) {
      throw new IllegalStateException("stored file " + sha256 + " is missing or damaged");
    }
    return content;
  }

  /** Removes a file that no paper and no document refers to any more. */
  void removeIfUnused(String sha256) {
    if (sha256 == null || !lock(sha256)) {
      return;
    }
    Long uses = jdbc.queryForObject("select (select count(*) from " + schema + "paper where sha256 = ?)"
        + " + (select count(*) from " + schema + "document where pdf_sha256 = ? or word_sha256 = ?"
        + " or template_sha256 = ?)", Long.class, sha256, sha256, sha256, sha256);
    if (uses != null && uses == 0) {
      jdbc.update("delete from " + schema + "file_chunk where sha256 = ?", sha256);
      jdbc.update("delete from " + schema + "stored_file where sha256 = ?", sha256);
    }
  }

  /**
   * Inserts a row unless another transaction was faster; waits for that transaction's end. The savepoint
   * keeps the transaction alive after the refusal, which PostgreSQL would otherwise abort.
   */
  boolean insertIfAbsent(String sql, Object... values) {
    Boolean inserted = jdbc.execute((ConnectionCallback<Boolean>) connection -> {
      Savepoint before = connection.setSavepoint();
      try (var statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
        connection.releaseSavepoint(before);
        return true;
      } catch (SQLException e) {
        if (e.getSQLState() == null || !e.getSQLState().startsWith("23")) {
          throw e;
        }
        connection.rollback(before);
        return false;
      }
    });
    return Boolean.TRUE.equals(inserted);
  }

  /** Name of a table with its schema, for the module's other plain SQL. */
  String table(String name) {
    return schema + name;
  }

  private boolean lock(String sha256) throws DataAccessException {
    List<String> rows = jdbc.queryForList(
        "select sha256 from " + schema + "stored_file where sha256 = ? for update", String.class, sha256);
    return !rows.isEmpty();
  }
}
