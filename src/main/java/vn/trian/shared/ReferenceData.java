package vn.trian.shared;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads packaged facts of law and fills the tables that admins keep up afterwards. */
public final class ReferenceData {

  private ReferenceData() {}

  /**
   * Rows of a packaged CSV file with a header line, UTF-8; an empty cell is an empty text.
   *
   * @param path path on the class path, such as {@code reference/rates.csv}
   */
  public static List<Map<String, String>> rows(String path) {
    try (var in = new ClassPathResource(path).getInputStream();
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        MappingIterator<Map<String, String>> rows = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(reader)) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /**
   * Runs {@code fill} in its own transaction when the table is empty, and never otherwise: what an admin
   * changed is not overwritten. Two nodes may start at once; then one of them fills and the other goes on.
   *
   * @param count number of rows of the table
   */
  public static void fillWhenEmpty(PlatformTransactionManager transactions, LongSupplier count, Runnable fill) {
    var transaction = new TransactionTemplate(transactions);
    try {
      transaction.executeWithoutResult(status -> {
        if (count.getAsLong() == 0) {
          fill.run();
        }
      });
    } catch (DataIntegrityViolationException e) {
      // another node was faster, unless the table is still empty
      Long rows = transaction.execute(status -> count.getAsLong());
      if (rows == null || rows == 0) {
        throw e;
      }
    }
  }
}
