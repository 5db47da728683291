package vn.trian.workflow.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.organization.Role;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures.Source;
import vn.trian.procedure.ReleaseEvent.Person;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.FieldProblem;
import vn.trian.workflow.modelgate.ModelGate;
import vn.trian.workflow.release.PackagedFolders.Packaged;

/**
 * The one way in for what administrators do to procedures: whoever is no administrator is refused, each action is one
 * transaction, and what is refused leaves nothing behind.
 */
@Service
public class ReleaseDesk {

  private static final int NOTE = 2_000;

  private final ReleaseStore store;
  private final ReleaseDeployer deployer;
  private final PackagedFolders folders;
  private final ModelGate gate;
  private final Clock clock;

  ReleaseDesk(ReleaseStore store, ReleaseDeployer deployer, PackagedFolders folders, ModelGate gate, Clock clock) {
    this.store = store;
    this.deployer = deployer;
    this.folders = folders;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * Lets administrators through.
   *
   * @throws DomainException FORBIDDEN {@code release-not-yours} for everybody else
   */
  public static Person require(Actor actor) {
    if (!actor.holds(Role.ADMIN)) {
      throw new DomainException(Kind.FORBIDDEN, "release-not-yours");
    }
    return new Person(actor.login(), actor.name());
  }

  /**
   * Checks a whole folder, to which the shared parts are added, and stores it as a draft.
   *
   * @param procedureKey procedure that the folder is for; null or empty for any
   * @param note         what changes, in words; may be empty
   * @throws DomainException INVALID {@code procedure-broken} with every fault that the gate finds,
   *     {@code release-other-key} when the folder is of another procedure than the one named; CONFLICT as
   *     {@link ReleaseStore#bring}
   */
  @Transactional
  public ReleaseInfo bring(ProcedureFiles folder, String procedureKey, String note, Actor actor) {
    Person by = require(actor);
    ProcedureFiles whole = folder.over(PackagedFolders.shared());
    gate.check(whole);
    ReleaseInfo brought = store.bring(whole, Source.UPLOADED, null, shortened(note), by);
    if (procedureKey != null && !procedureKey.isEmpty() && !brought.procedureKey().equals(procedureKey)) {
      throw new DomainException(Kind.INVALID, "release-other-key", brought.procedureKey(), procedureKey);
    }
    return brought;
  }

  /**
   * Checks single files and stores them as the next draft of a procedure: laid over the draft that the same person
   * brought last, which it takes the place of, else over what is at work.
   *
   * @throws DomainException INVALID {@code release-which} for no procedure at work; else as {@link #bring}
   */
  @Transactional
  public ReleaseInfo bringInto(String procedureKey, ProcedureFiles files, String note, Actor actor) {
    return bringInto(procedureKey, null, files, Source.UPLOADED, note, require(actor));
  }

  /**
   * As {@link #bringInto(String, ProcedureFiles, String, Actor)}, for files that were changed on a page.
   *
   * @param baseId release that the page showed; the files are laid over no other
   * @throws DomainException CONFLICT {@code release-base-moved} when there is another draft, or another release is at
   *     work, by now
   */
  @Transactional
  public ReleaseInfo edit(String procedureKey, String baseId, ProcedureFiles files, String note, Actor actor) {
    return bringInto(procedureKey, baseId, files, Source.EDITED, note, require(actor));
  }

  private ReleaseInfo bringInto(String procedureKey, String baseId, ProcedureFiles files, Source source, String note,
      Person by) {
    List<ReleaseInfo> history = store.history(procedureKey);
    ReleaseInfo atWork = history.stream().filter(each -> each.state() == ReleaseState.ACTIVE).findFirst()
        .orElseThrow(() -> new DomainException(Kind.INVALID, "release-which"));
    Optional<ReleaseInfo> mine = history.stream()
        .filter(each -> each.state() == ReleaseState.DRAFT && each.createdBy().equals(by.login())).findFirst();
    ReleaseInfo base = mine.orElse(atWork);
    if (baseId != null && !baseId.equals(base.id())) {
      throw new DomainException(Kind.CONFLICT, "release-base-moved", base.version());
    }
    ProcedureFiles whole = files.over(store.files(base.id()));
    gate.check(whole);
    ReleaseInfo brought = store.bring(whole, source, ground(mine, atWork, history), shortened(note), by);
    if (!brought.procedureKey().equals(procedureKey)) {
      throw new DomainException(Kind.INVALID, "release-other-key", brought.procedureKey(), procedureKey);
    }
    mine.ifPresent(before -> store.discard(before.id(), null, by));
    return brought;
  }

  /** A draft that takes the place of another one knows no more of what has come to work since than that one did. */
  private static String ground(Optional<ReleaseInfo> mine, ReleaseInfo atWork, List<ReleaseInfo> history) {
    if (mine.isEmpty() || !mine.get().isOlderThan(atWork)) {
      return atWork.id();
    }
    ReleaseInfo draft = mine.get();
    return draft.baseId() != null ? draft.baseId() : history.stream()
        .filter(each -> each.activatedAt() != null && !each.activatedAt().isAfter(draft.createdAt()))
        .max(Comparator.comparing(ReleaseInfo::activatedAt)).map(ReleaseInfo::id).orElse(null);
  }

  /**
   * What is doubtful about a release that waits; nothing for any other. Whoever brought it and whoever agrees to it
   * read the same.
   */
  @Transactional(readOnly = true)
  public List<FieldProblem> warnings(String id, Actor actor) {
    require(actor);
    return store.info(id).state().isOpen() ? gate.warnings(store.files(id)) : List.of();
  }

  /**
   * Makes a draft of the packaged version of a procedure; whoever does so is taken to have brought it.
   *
   * @throws DomainException NOT_FOUND {@code release-unknown} when nothing is packaged under that key
   */
  @Transactional
  public ReleaseInfo take(String procedureKey, Actor actor) {
    Person by = require(actor);
    Packaged packaged = folders.find(procedureKey)
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "release-unknown"));
    gate.check(packaged.whole());
    return store.bring(packaged.whole(), Source.PACKAGED, null, null, by);
  }

  /**
   * Agrees to a draft that somebody else brought. Without a day, or on that day, new cases begin with it at once.
   *
   * @param on first day of the release, null = now
   * @throws DomainException as {@link ReleaseStore#approve}
   */
  @Transactional
  public ReleaseInfo approve(String id, LocalDate on, String note, Actor actor) {
    Person by = require(actor);
    store.approve(id, on, shortened(note), by);
    if (on == null || !on.isAfter(LocalDate.now(clock))) {
      deployer.activate(id, null, by);
    }
    return store.info(id);
  }

  /** Puts a draft or an approved release aside; CONFLICT {@code release-not-open} for any other. */
  @Transactional
  public ReleaseInfo discard(String id, String note, Actor actor) {
    store.discard(id, shortened(note), require(actor));
    return store.info(id);
  }

  /** Puts an earlier release to work again, as it was; CONFLICT {@code release-never-worked} for one that never was. */
  @Transactional
  public ReleaseInfo goBackTo(String id, String note, Actor actor) {
    Person by = require(actor);
    ReleaseInfo earlier = store.info(id);
    if (earlier.state() == ReleaseState.ACTIVE || earlier.state() == ReleaseState.RETIRED) {
      deployer.activate(id, shortened(note), by);
      return store.info(id);
    }
    throw new DomainException(Kind.CONFLICT, "release-never-worked", earlier.version());
  }

  /** Puts to work what was approved for a day that has come. */
  @Transactional
  void activateOnItsDay(String id) {
    deployer.activate(id, null, Person.SYSTEM);
  }

  private static String shortened(String note) {
    String text = note == null ? "" : note.strip();
    return text.isEmpty() ? null : text.substring(0, Math.min(NOTE, text.length()));
  }
}
