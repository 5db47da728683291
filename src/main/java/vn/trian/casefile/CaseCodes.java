package vn.trian.casefile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Gives out case codes: identification code of the receiving body, date, running number of the day.
 * The number is taken in the transaction that creates the case, so a refused dossier uses none up.
 */
@Component
class CaseCodes {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private final EntityManager entities;
  private final TransactionTemplate ownTransaction;
  private final SecureRandom random = new SecureRandom();

  CaseCodes(EntityManager entities, PlatformTransactionManager transactions) {
    this.entities = entities;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
  }

  /** A code never used before, and its running number. */
  @Transactional(propagation = Propagation.MANDATORY)
  Given next(String officeId, String identificationCode, LocalDate on) {
    String day = DAY.format(on);
    var id = new CaseCodeCounter.Key(officeId, day);
    CaseCodeCounter counter = entities.find(CaseCodeCounter.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (counter == null) {
      createRow(id);
      counter = entities.find(CaseCodeCounter.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
    int number = counter.next();
    return new Given(String.format("%s-%s-%04d", identificationCode, day, number), number);
  }

  /** The row of a new day is made in a transaction of its own: two desks may need it in the same moment. */
  private void createRow(CaseCodeCounter.Key id) {
    try {
      ownTransaction.executeWithoutResult(status -> entities.persist(new CaseCodeCounter(id)));
    } catch (DataIntegrityViolationException made) {
      // another desk was faster; its row serves as well
    }
  }

  /** 128 random bits for the citizen's look-up; printed on the receipt inside the QR code. */
  String secret() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  record Given(String code, int number) {}
}
