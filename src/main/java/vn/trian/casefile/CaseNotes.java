package vn.trian.casefile;

import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.security.StandIn;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** Notes of supervisors on cases. Only added to; the one thing that changes is that a note was read. */
@Service
public class CaseNotes {

  private static final Limit SHOWN = Limit.of(50);

  private final Notes notes;
  private final Reach reach;
  private final Clock clock;

  CaseNotes(Notes notes, Reach reach, Clock clock) {
    this.notes = notes;
    this.reach = reach;
    this.clock = clock;
  }

  /** Writes a note down; the caller has locked the case. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(String caseCode, CaseNote.To to, String words, Actor by) {
    int seq = notes.findByCaseCodeOrderBySeq(caseCode).size() + 1;
    notes.saveAndFlush(new CaseNote(caseCode, seq, to, words, by, clock.instant()));
  }

  /**
   * A note for somebody, locked until the end of the transaction.
   *
   * @throws DomainException NOT_FOUND {@code note-unknown}, alike for invented ids and for notes to others
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseNote addressedTo(Actor reader, String id) {
    return notes.lock(id).filter(note -> note.isFor(reader))
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "note-unknown"));
  }

  /** Somebody whom a note is for has read it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void read(CaseNote note, Actor reader) {
    note.readBy(reader, clock.instant());
  }

  /** What was not read yet, to somebody, to those they stand in for, or to their office; oldest first, 50 at most. */
  @Transactional(readOnly = true)
  public List<CaseNote> unread(Actor reader) {
    List<String> logins = Stream.concat(Stream.of(reader.login()), reader.standIns().stream().map(StandIn::login))
        .toList();
    return notes.unread(logins, reader.officeId(), SHOWN).stream().filter(note -> note.isFor(reader)).toList();
  }

  /** Notes on a case that somebody may see: those that their office, or one below it, wrote or got; oldest first. */
  @Transactional(readOnly = true)
  public List<CaseNote> seen(String caseCode, Actor actor) {
    return notes.findByCaseCodeOrderBySeq(caseCode).stream()
        .filter(note -> note.isFor(actor) || reach.sees(actor, note.writerOffice(), note.addresseeOffice())).toList();
  }

  interface Notes extends JpaRepository<CaseNote, String> {

    List<CaseNote> findByCaseCodeOrderBySeq(String caseCode);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from CaseNote n where n.id = :id")
    Optional<CaseNote> lock(String id);

    @Query("""
        select n from CaseNote n
        where n.readAt is null and (n.addressee in :logins or n.addressee is null and n.addresseeOffice = :office)
        order by n.writtenAt""")
    List<CaseNote> unread(Collection<String> logins, String office, Limit limit);
  }
}
