package vn.trian.casefile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.hibernate.Session;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out case codes: identification code of the receiving body, date, running number of the day.
 * The number is taken in the transaction that creates the case, so a refused dossier uses none up.
 */
@Component
class CaseCodes {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private final EntityManager entities;
  private final String table;
  private final SecureRandom random = new SecureRandom();

  CaseCodes(EntityManager entities, @Value("${trian.schema}") String schema) {
    this.entities = entities;
    this.table = schema + ".case_code_counter";
  }

  /** A code never used before, and its running number. */
  @Transactional(propagation = Propagation.MANDATORY)
  Given next(String officeId, String identificationCode, LocalDate on) {
    String day = DAY.format(on);
    var id = new CaseCodeCounter.Key(officeId, day);
    CaseCodeCounter counter = entities.find(CaseCodeCounter.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (counter == null) {
      insertUnlessThere(id);
      counter = entities.find(CaseCodeCounter.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
    int number = counter.next();
    return new Given(String.format("%s-%s-%04d", identificationCode, day, number), number);
  }

  /**
   * Makes the row of a new day, or waits for the desk that makes it at the same moment. Within the caller's
   * transaction: a second connection for it would hang when all connections belong to desks that need one.
   * The savepoint keeps the transaction alive after a refusal, which PostgreSQL would otherwise abort.
   */
  private void insertUnlessThere(CaseCodeCounter.Key id) {
    entities.unwrap(Session.class).doWork(connection -> {
      Savepoint before = connection.setSavepoint();
      try (var insert = connection.prepareStatement(
          "insert into " + table + " (office_id, day_code, last_number) values (?, ?, 0)")) {
        insert.setString(1, id.officeId());
        insert.setString(2, id.dayCode());
        insert.executeUpdate();
        connection.releaseSavepoint(before);
      } catch (SQLException e) {
        if (e.getSQLState() == null || !e.getSQLState().startsWith("23")) {
          throw e;
        }
        connection.rollback(before);
      }
    });
  }

  /** 128 random bits for the citizen's look-up; printed on the receipt inside the QR code. */
  String secret() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  record Given(String code, int number) {}
}
