package vn.trian.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseNote;
import vn.trian.casefile.CaseNotes;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.HandOver;
import vn.trian.casefile.OnlyOnce;
import vn.trian.casefile.Statement;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Offices;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;

/**
 * Supervisors write notes on cases to those who work on them. The log says that a note was written and read; what it
 * says is for the offices of both only.
 */
@Service
class CaseNoting {

  private static final String NOTE = "NOTE";
  private static final String NOTE_READ = "NOTE_READ";

  private final CaseFiles cases;
  private final CaseNotes notes;
  private final CaseRecord record;
  private final WorkItemRepository items;
  private final OnlyOnce once;
  private final Officers officers;
  private final Offices offices;
  private final Actors actors;
  private final Reach reach;
  private final Clock clock;

  CaseNoting(CaseFiles cases, CaseNotes notes, CaseRecord record, WorkItemRepository items, OnlyOnce once,
      Officers officers, Offices offices, Actors actors, Reach reach, Clock clock) {
    this.cases = cases;
    this.notes = notes;
    this.record = record;
    this.items = items;
    this.once = once;
    this.officers = officers;
    this.offices = offices;
    this.actors = actors;
    this.reach = reach;
    this.clock = clock;
  }

  @Transactional
  Done note(String caseCode, NewNote wanted, String key, Actor actor) {
    return once.act(key, actor, List.of("note", caseCode, wanted), Done.class, () -> {
      CaseNote.To to = addressee(caseCode, wanted, actor);
      cases.lock(caseCode);
      notes.write(caseCode, to, words(wanted), actor);
      String name = nameOf(to);
      record.log(caseCode, actor, NOTE, Label.same(name).after("Ghi chú cho ", "Note to "));
      return new Done(caseCode, "done-noted", List.of(Label.same(name)), null, List.of());
    });
  }

  /** Meets the refusal that {@link #note} would meet now. */
  @Transactional(readOnly = true)
  CaseNote.To foresee(String caseCode, NewNote wanted, Actor actor) {
    CaseNote.To to = addressee(caseCode, wanted, actor);
    words(wanted);
    return to;
  }

  /** Somebody whom a note is for has read it; who comes second changes nothing. */
  @Transactional
  String read(String noteId, String key, Actor person) {
    return once.act(key, person, List.of("readNote", noteId), String.class, () -> {
      CaseNote note = notes.addressedTo(person, noteId);
      Actor actor = person.insteadOf(person.standsInFor(note.addressee()).orElse(null));
      if (note.readAt() == null) {
        cases.lock(note.caseCode());
        notes.read(note, actor);
        record.log(note.caseCode(), actor, NOTE_READ,
            Label.same(note.writerName()).after("Đã đọc ghi chú của ", "Read the note of "));
      }
      return note.caseCode();
    });
  }

  /** Whether a note may go to the office that holds a case. */
  boolean mayNoteOffice(CaseFile file, Actor actor) {
    return reach.offices(actor).contains(file.office());
  }

  /**
   * Officers within reach to whom somebody may write on a case: those who have, had or may take a task of it, who has
   * it now first; empty for who does not supervise.
   */
  @Transactional(readOnly = true)
  List<Officer> addressees(String caseCode, Actor actor) {
    if (!actor.supervises()) {
      return List.of();
    }
    List<WorkItem> open = items.findByCaseCode(caseCode);
    Set<String> logins = new LinkedHashSet<>();
    open.stream().map(WorkItem::assignee).filter(Objects::nonNull).forEach(logins::add);
    open.forEach(item -> officers.at(item.officeId()).stream().map(Officer::login)
        .filter(login -> item.isFor(actors.named(login).groups())).forEach(logins::add));
    record.statements(caseCode).stream().map(Statement::actor).forEach(logins::add);
    record.handOvers(caseCode).stream().flatMap(CaseNoting::hands).filter(Objects::nonNull).forEach(logins::add);
    Set<String> within = reach.offices(actor);
    return logins.stream().filter(login -> !login.equals(actor.login())).flatMap(login -> officers.find(login).stream())
        .filter(officer -> within.contains(officer.officeId())).toList();
  }

  private static Stream<String> hands(HandOver row) {
    return Stream.of(row.giver(), row.receiver());
  }

  private CaseNote.To addressee(String caseCode, NewNote wanted, Actor actor) {
    CaseFile file = cases.visible(caseCode, actor);
    if (!actor.supervises()) {
      throw new DomainException(Kind.FORBIDDEN, "only-supervisor-notes");
    }
    if (wanted.addressee() == null) {
      if (!mayNoteOffice(file, actor)) {
        throw new DomainException(Kind.INVALID, "note-office-elsewhere");
      }
      return new CaseNote.To(null, null, file.office());
    }
    return addressees(caseCode, actor).stream().filter(each -> each.login().equals(wanted.addressee())).findFirst()
        .map(each -> new CaseNote.To(each.login(), each.fullName(), each.officeId()))
        .orElseThrow(() -> new DomainException(Kind.INVALID, "note-addressee"));
  }

  private static String words(NewNote wanted) {
    return Wording.required(wanted.words(), CaseNote.LONGEST, "note-empty");
  }

  /** What a note's addressee is called. */
  String nameOf(CaseNote.To to) {
    return to.login() == null ? offices.nameOf(to.officeId(), LocalDate.now(clock)) : to.name();
  }
}
