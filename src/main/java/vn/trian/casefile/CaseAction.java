package vn.trian.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import vn.trian.security.Actor;
import vn.trian.security.StandIn;
import vn.trian.shared.Label;
import vn.trian.shared.Sha256;

/** One entry of a case's log. Each entry carries the hash of the one before, so that none can be lost unseen. */
@Entity
@Table(name = "case_action")
public class CaseAction {

  /** What stands before the first entry. */
  static final String NOTHING_BEFORE = "0".repeat(64);
  private static final int LENGTH = 1000;

  @Id
  private String id;
  private String caseCode;
  private int seq;
  private Instant doneAt;
  private String actor;
  private String actorName;
  private String forActor;
  private String forName;
  private String officeId;
  private String action;
  @Column(length = LENGTH)
  private String summary;
  @Column(length = LENGTH)
  private String summaryEn;
  private String previousHash;
  private String hash;

  protected CaseAction() {}

  CaseAction(String caseCode, int seq, Instant at, Actor by, String action, Label summary, String previousHash) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = caseCode;
    this.seq = seq;
    this.doneAt = at.truncatedTo(ChronoUnit.MILLIS);
    this.actor = by.login();
    this.actorName = by.name();
    if (by.behalf() != null) {
      this.forActor = by.behalf().login();
      this.forName = by.behalf().name();
    }
    this.officeId = by.officeId();
    this.action = action;
    this.summary = fitting(summary.vi());
    this.summaryEn = fitting(summary.in("en"));
    this.previousHash = previousHash;
    this.hash = computed();
  }

  /** Hash over everything the entry says and the hash before it. */
  String computed() {
    String canonical = String.join("\u001f", caseCode, Integer.toString(seq), Long.toString(doneAt.toEpochMilli()),
        whole(actor, forActor), whole(actorName, forName), officeId, action, said(), previousHash);
    return Sha256.of(canonical);
  }

  /** Whoever acted in their own right is hashed as ever. */
  private static String whole(String who, String absentee) {
    return absentee == null ? who : who + "\u001e" + absentee;
  }

  /** Entries of earlier releases have Vietnamese only, and their hash knows no more. */
  private String said() {
    return summaryEn == null ? summary : summary + "\u001e" + summaryEn;
  }

  private static String fitting(String text) {
    return text.length() > LENGTH ? text.substring(0, LENGTH - 1) + "…" : text;
  }

  public int seq() {
    return seq;
  }

  public Instant doneAt() {
    return doneAt;
  }

  public String actor() {
    return actor;
  }

  /** Who did it, and for whom: "A thay B". */
  public Label doer() {
    return StandIn.said(actorName, forName);
  }

  public String officeId() {
    return officeId;
  }

  public String action() {
    return action;
  }

  /** What was done, without personal data of the citizen. */
  public Label summary() {
    return new Label(summary, summaryEn);
  }

  String previousHash() {
    return previousHash;
  }

  String hash() {
    return hash;
  }
}
