package vn.trian.casefile;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Last running number that an office gave on a day. */
@Entity
@Table(name = "case_code_counter")
class CaseCodeCounter {

  @EmbeddedId
  private Key id;
  private int lastNumber;

  protected CaseCodeCounter() {}

  int next() {
    return ++lastNumber;
  }

  @Embeddable
  record Key(String officeId, String dayCode) implements Serializable {}
}
