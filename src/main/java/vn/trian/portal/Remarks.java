package vn.trian.portal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseHold;
import vn.trian.casefile.CaseHolds;
import vn.trian.casefile.CaseNote;
import vn.trian.casefile.CaseNotes;
import vn.trian.security.Actor;

/** What heads and supervisors say on a case: that it is held back, and notes. None of it is for the citizen. */
@Component
class Remarks {

  private final CaseHolds holds;
  private final CaseNotes notes;
  private final CaseParts parts;

  Remarks(CaseHolds holds, CaseNotes notes, CaseParts parts) {
    this.holds = holds;
    this.notes = notes;
    this.parts = parts;
  }

  /** A time that a case was held; what tells of its end is null, or empty, while it lasts. */
  record Hold(String by, String office, String at, String reason, String endedBy, String endedAt, String endReason) {}

  /**
   * A note.
   *
   * @param to     officer or office that it is for
   * @param readBy null before it is read
   * @param own    whether whoever looks is to read it and has not done so
   * @param key    for saying once that it was read
   */
  record Note(String id, String caseCode, String by, String office, String to, String at, String text, String readBy,
      String readAt, boolean own, String key) {}

  /** Who holds the case back now; null when nobody does. */
  Hold current(CaseFile file) {
    return holds.current(file).map(this::hold).orElse(null);
  }

  /** All times that the case was held, oldest first. */
  List<Hold> holds(CaseFile file) {
    return holds.of(file.code()).stream().map(this::hold).toList();
  }

  private Hold hold(CaseHold hold) {
    return new Hold(hold.heldByName(), holds.officeOf(hold), parts.moment(hold.heldAt()), hold.reason(),
        hold.endedByName(), parts.moment(hold.endedAt()), hold.endReason());
  }

  /** Notes on a case within reach, oldest first. */
  List<Note> notes(CaseFile file, Actor actor) {
    return notes.seen(file.code(), actor).stream().map(note -> note(note, actor)).toList();
  }

  /** Notes to somebody, on whatever case, that they have not read; oldest first. */
  List<Note> unread(Actor actor) {
    return notes.unread(actor).stream().map(note -> note(note, actor)).toList();
  }

  private Note note(CaseNote note, Actor actor) {
    String to = note.addresseeName() == null ? parts.officeName(note.addresseeOffice()) : note.addresseeName();
    return new Note(note.id(), note.caseCode(), note.writerName(), parts.officeName(note.writerOffice()), to,
        parts.moment(note.writtenAt()), note.words(), note.readByName(), parts.moment(note.readAt()),
        note.readAt() == null && note.isFor(actor), UUID.randomUUID().toString());
  }
}
