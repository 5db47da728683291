package vn.trian.modeladmin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFiles;
import vn.trian.modeladmin.Change.Kind;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.ReleaseEvent;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.Label;
import vn.trian.workflow.modelgate.ModelOutline;
import vn.trian.workflow.release.PackagedFolders;
import vn.trian.workflow.release.PackagedFolders.Offer;
import vn.trian.workflow.release.ReleaseDesk;

/** The procedures with their releases, for administrators. Only reads. */
@Service
@Transactional(readOnly = true)
public class ModelCatalog {

  private static final int COMPARED = 200;

  private final ReleaseStore store;
  private final ProcedureReader reader;
  private final PackagedFolders packaged;
  private final CaseFiles cases;
  /** What a release changes against another one stays as it is. */
  private final Cache<List<String>, List<Change>> compared = Caffeine.newBuilder().maximumSize(COMPARED).build();

  ModelCatalog(ReleaseStore store, ProcedureReader reader, PackagedFolders packaged, CaseFiles cases) {
    this.store = store;
    this.reader = reader;
    this.packaged = packaged;
    this.cases = cases;
  }

  /**
   * A procedure.
   *
   * @param atWork    release that new cases begin with; null while the procedure has only drafts
   * @param waiting   drafts and approved releases, newest first
   * @param openCases of all its releases
   * @param older     how many of these keep to another release than the one at work
   */
  public record Line(String key, Label name, ReleaseInfo atWork, List<ReleaseInfo> waiting, long openCases,
      long older) {}

  /** A release with the open cases that keep to it. */
  public record Version(ReleaseInfo info, long openCases) {}

  /** A release in the history of its procedure, with what it changes as {@link Detail} has it. */
  public record Entry(ReleaseInfo info, long openCases, List<Change> changes) {}

  /**
   * A part of the history of a procedure.
   *
   * @param total number of all its releases
   */
  public record History(List<Entry> entries, int total) {}

  /**
   * A release as a whole.
   *
   * @param before  release that it is compared with; null for the first of its procedure
   * @param older   open cases of the other releases, of the one at work; 0 otherwise
   * @param files   names of its files
   * @param returns whether it may be put to work again
   */
  public record Detail(ReleaseInfo info, ReleaseInfo before, long openCases, long older, List<Change> changes,
      List<ReleaseEvent> events, List<String> files, boolean returns) {}

  /** All procedures, and what is packaged but was never taken. */
  public record Overview(List<Line> lines, List<Offer> offers) {}

  /** Everything at one glance. */
  public Overview overview(Actor actor) {
    ReleaseDesk.require(actor);
    Map<String, Long> open = cases.openByRelease();
    Map<String, ReleaseInfo> atWork = new LinkedHashMap<>();
    store.atWork().forEach(each -> atWork.put(each.procedureKey(), each));
    Map<String, List<ReleaseInfo>> releases = new LinkedHashMap<>();
    atWork.keySet().forEach(key -> releases.put(key, new ArrayList<>()));
    store.all().forEach(each -> releases.computeIfAbsent(each.procedureKey(), key -> new ArrayList<>()).add(each));
    List<Line> lines = releases.entrySet().stream()
        .map(each -> line(each.getKey(), atWork.get(each.getKey()), each.getValue(), open))
        .filter(each -> each.atWork() != null || !each.waiting().isEmpty()).toList();
    return new Overview(lines, packaged.offers());
  }

  private static Line line(String key, ReleaseInfo atWork, List<ReleaseInfo> releases, Map<String, Long> open) {
    List<ReleaseInfo> waiting = releases.stream().filter(each -> each.state().isOpen()).toList();
    long all = releases.stream().mapToLong(each -> open.getOrDefault(each.id(), 0L)).sum();
    long own = atWork == null ? 0 : open.getOrDefault(atWork.id(), 0L);
    Label name = (atWork == null ? releases.get(0) : atWork).name();
    return new Line(key, name, atWork, waiting, all, all - own);
  }

  /** All releases of a procedure, newest first; empty for a procedure that was never brought. */
  public List<Version> versions(String key, Actor actor) {
    ReleaseDesk.require(actor);
    Map<String, Long> open = cases.openByRelease();
    return store.history(key).stream().map(each -> new Version(each, open.getOrDefault(each.id(), 0L))).toList();
  }

  /**
   * Releases of a procedure with what they change, newest first; none of a procedure that was never brought.
   *
   * @param from first of them, from 0
   */
  public History history(String key, int from, int most, Actor actor) {
    ReleaseDesk.require(actor);
    Map<String, Long> open = cases.openByRelease();
    List<ReleaseInfo> all = store.history(key);
    return new History(all.stream().skip(from).limit(most).map(each -> new Entry(each,
        open.getOrDefault(each.id(), 0L),
        before(each, all).map(before -> changes(before.id(), each.id())).orElse(List.of()))).toList(), all.size());
  }

  /**
   * A release with what it changes: one that waits is compared with what is at work, any other with the one that it
   * was made from, or else with the one before it.
   */
  public Detail detail(String id, Actor actor) {
    ReleaseDesk.require(actor);
    ReleaseInfo info = store.info(id);
    List<ReleaseInfo> all = store.history(info.procedureKey());
    Optional<ReleaseInfo> before = before(info, all);
    ProcedureFiles files = store.files(id);
    Map<String, Long> open = cases.openByRelease();
    long older = info.state() != ReleaseState.ACTIVE ? 0
        : all.stream().filter(each -> !each.id().equals(id)).mapToLong(each -> open.getOrDefault(each.id(), 0L)).sum();
    return new Detail(info, before.orElse(null), open.getOrDefault(id, 0L), older,
        before.map(each -> changes(each.id(), id)).orElse(List.of()), store.events(id),
        List.copyOf(files.names()), info.state() == ReleaseState.RETIRED);
  }

  /** Elements of the procedure's own diagram that a release changes, by what happened to them. */
  public Map<Kind, List<String>> marks(String id, Actor actor) {
    Map<Kind, List<String>> marks = new LinkedHashMap<>();
    detail(id, actor).changes().stream().filter(each -> each.elementId() != null).forEach(each ->
        marks.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each.elementId()));
    return marks;
  }

  /**
   * The procedure's own diagram in a release.
   *
   * @throws DomainException NOT_FOUND {@code release-unknown}
   */
  public byte[] diagram(String id, Actor actor) {
    ProcedureFiles files = files(id, actor);
    String key = store.info(id).procedureKey();
    return files.names(".bpmn").stream().map(name -> Map.entry(name, files.bytes(name).orElseThrow()))
        .filter(each -> ModelOutline.diagram(each.getKey(), each.getValue()).containsKey(key)).map(Map.Entry::getValue)
        .findFirst().orElseThrow(() -> new DomainException(DomainException.Kind.NOT_FOUND, "release-unknown"));
  }

  /** What is known of a release without comparing it. */
  public ReleaseInfo info(String id, Actor actor) {
    ReleaseDesk.require(actor);
    return store.info(id);
  }

  /** The files of a release. */
  public ProcedureFiles files(String id, Actor actor) {
    ReleaseDesk.require(actor);
    return store.files(id);
  }

  private static Optional<ReleaseInfo> before(ReleaseInfo info, List<ReleaseInfo> all) {
    return all.stream().filter(each -> info.state().isOpen() ? each.state() == ReleaseState.ACTIVE
            : each.id().equals(info.baseId())).findFirst()
        .or(() -> all.stream().filter(each -> each.version() < info.version() && each.deployed())
            .max(Comparator.comparingInt(ReleaseInfo::version)));
  }

  private List<Change> changes(String beforeId, String id) {
    return compared.get(List.of(beforeId, id), key -> {
      ProcedureFiles old = store.files(beforeId);
      ProcedureFiles now = store.files(id);
      return Difference.between(reader.read(old), old, reader.read(now), now);
    });
  }
}
