package vn.trian.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.trian.organization.Role;
import vn.trian.security.Actor;

/** A supervisor's note on a case to one officer or to an office; for these eyes, never the citizen's. */
@Entity
@Table(name = "case_note")
public class CaseNote {

  /** Longest text of a note. */
  public static final int LONGEST = 1000;

  @Id
  private String id;
  private String caseCode;
  private int seq;
  private String writer;
  private String writerName;
  private String writerOffice;
  private Instant writtenAt;
  private String addressee;
  private String addresseeName;
  private String addresseeOffice;
  @Column(length = LONGEST)
  private String words;
  private String readBy;
  private String readByName;
  private Instant readAt;

  protected CaseNote() {}

  CaseNote(String caseCode, int seq, To to, String words, Actor by, Instant at) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = caseCode;
    this.seq = seq;
    this.writer = by.login();
    this.writerName = by.name();
    this.writerOffice = by.officeId();
    this.writtenAt = at;
    this.addressee = to.login();
    this.addresseeName = to.name();
    this.addresseeOffice = to.officeId();
    this.words = words;
  }

  /**
   * Whom a note is for.
   *
   * @param login null for everybody of the office
   * @param name  full name of the officer; null for an office
   */
  public record To(String login, String name, String officeId) {

    public To {
      if (officeId == null || (login == null) != (name == null)) {
        throw new IllegalArgumentException("a note is for an officer with a name or for an office");
      }
    }
  }

  /** Whether a note is for somebody, or for an absent colleague of theirs; never for administrators. */
  public boolean isFor(Actor actor) {
    return !actor.holds(Role.ADMIN)
        && (addressee == null ? addresseeOffice.equals(actor.officeId())
        : addressee.equals(actor.login()) || actor.standsInFor(addressee).isPresent());
  }

  /** Somebody whom it is for has read it. */
  void readBy(Actor reader, Instant at) {
    this.readBy = reader.login();
    this.readByName = reader.name();
    this.readAt = at;
  }

  public String id() {
    return id;
  }

  public String caseCode() {
    return caseCode;
  }

  public String writerName() {
    return writerName;
  }

  public String writerOffice() {
    return writerOffice;
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  /** Null where everybody of the office is meant. */
  /** Login of the one whom it is for; null when it is for an office. */
  public String addressee() {
    return addressee;
  }

  public String addresseeName() {
    return addresseeName;
  }

  public String addresseeOffice() {
    return addresseeOffice;
  }

  public String words() {
    return words;
  }

  /** Null before it is read. */
  public String readByName() {
    return readByName;
  }

  /** Null before it is read. */
  public Instant readAt() {
    return readAt;
  }
}
