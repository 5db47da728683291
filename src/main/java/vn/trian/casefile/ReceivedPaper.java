package vn.trian.casefile;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One line of the papers checklist as the desk filled it in. */
@Entity
@Table(name = "received_paper")
public class ReceivedPaper {

  @EmbeddedId
  private Key id;
  private boolean received;
  private String copyKind;
  private int quantity;
  private String note;

  protected ReceivedPaper() {}

  ReceivedPaper(String caseCode, PaperTick tick) {
    this.id = new Key(caseCode, tick.kind());
    update(tick);
  }

  void update(PaperTick tick) {
    this.received = tick.received();
    this.copyKind = tick.copyKind();
    this.quantity = tick.quantity();
    this.note = tick.note();
  }

  public String kind() {
    return id.kind();
  }

  public boolean received() {
    return received;
  }

  public String copyKind() {
    return copyKind;
  }

  public int quantity() {
    return quantity;
  }

  public String note() {
    return note;
  }

  @Embeddable
  record Key(String caseCode, String kind) implements Serializable {}
}
