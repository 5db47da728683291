package vn.trian.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.document.CopyKind;
import vn.trian.document.PaperView;
import vn.trian.document.Papers;
import vn.trian.security.Actor;

/** The papers of a case: what was handed in on paper and what was uploaded for it. */
@Service
public class CasePapers {

  private final Ticks ticks;
  private final Papers papers;

  CasePapers(Ticks ticks, Papers papers) {
    this.ticks = ticks;
    this.papers = papers;
  }

  /**
   * Writes the checklist and attaches the uploads; only uploads of the actor that belong to no case yet. Files
   * that the case has already stay as they are: whoever sends the checklist on names them again.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(String caseCode, Collection<PaperTick> given, Actor actor) {
    Set<UUID> attached = papers.of(caseCode).stream().map(PaperView::id).collect(Collectors.toSet());
    for (PaperTick tick : given) {
      PaperTick present = tick.withFilesAsReceived();
      ticks.findById(new ReceivedPaper.Key(caseCode, tick.kind()))
          .ifPresentOrElse(known -> known.update(present), () -> ticks.save(new ReceivedPaper(caseCode, present)));
      for (String file : tick.files()) {
        UUID id = UUID.fromString(file);
        if (!attached.contains(id)) {
          papers.attach(caseCode, id, tick.kind(), CopyKind.valueOf(tick.copyKind()), tick.quantity(), tick.note(),
              actor.login());
        }
      }
    }
  }

  /** The checklist of a case as the desk filled it in. */
  @Transactional(readOnly = true)
  public List<ReceivedPaper> of(String caseCode) {
    return ticks.of(caseCode);
  }

  interface Ticks extends JpaRepository<ReceivedPaper, ReceivedPaper.Key> {

    @Query("select p from ReceivedPaper p where p.id.caseCode = :caseCode")
    List<ReceivedPaper> of(String caseCode);
  }
}
