package vn.trian.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import vn.trian.security.Actor;

/** One entry of a case's log. Each entry carries the hash of the one before, so that none can be lost unseen. */
@Entity
@Table(name = "case_action")
public class CaseAction {

  /** What stands before the first entry. */
  static final String NOTHING_BEFORE = "0".repeat(64);

  @Id
  private String id;
  private String caseCode;
  private int seq;
  private Instant doneAt;
  private String actor;
  private String actorName;
  private String officeId;
  private String action;
  @Column(length = 1000)
  private String summary;
  private String previousHash;
  private String hash;

  protected CaseAction() {}

  CaseAction(String caseCode, int seq, Instant at, Actor by, String action, String summary, String previousHash) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = caseCode;
    this.seq = seq;
    this.doneAt = at.truncatedTo(ChronoUnit.MILLIS);
    this.actor = by.login();
    this.actorName = by.name();
    this.officeId = by.officeId();
    this.action = action;
    this.summary = summary.length() > 1000 ? summary.substring(0, 999) + "…" : summary;
    this.previousHash = previousHash;
    this.hash = computed();
  }

  /** Hash over everything the entry says and the hash before it. */
  String computed() {
    String canonical = String.join("\u001f", caseCode, Integer.toString(seq), Long.toString(doneAt.toEpochMilli()),
        actor, actorName, officeId, action, summary, previousHash);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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

  public String actorName() {
    return actorName;
  }

  public String officeId() {
    return officeId;
  }

  public String action() {
    return action;
  }

  /** Sentence in Vietnamese, without personal data of the citizen. */
  public String summary() {
    return summary;
  }

  String previousHash() {
    return previousHash;
  }

  String hash() {
    return hash;
  }
}
