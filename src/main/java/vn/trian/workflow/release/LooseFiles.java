package vn.trian.workflow.release;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.modelgate.ModelOutline;

/** Takes files that come without a word about the procedure that they are for, as modeling programs send them. */
@Service
public class LooseFiles {

  private final ReleaseDesk desk;
  private final ReleaseStore store;

  LooseFiles(ReleaseDesk desk, ReleaseStore store) {
    this.desk = desk;
    this.store = store;
  }

  /**
   * Makes a draft of a whole folder, or of single files for the procedure to which they belong: the one whose process
   * is among them, else the one at work that has such a file or such a decision. A diagram or table that the procedure
   * has under another name takes that name.
   *
   * @param note what changes, in words
   * @throws DomainException INVALID {@code deployment-which-none}, {@code deployment-which-several} when they belong to
   *     no procedure or to several; else as {@link ReleaseDesk#bring} and {@link ReleaseDesk#bringInto}
   */
  @Transactional
  public ReleaseInfo bring(ProcedureFiles files, String note, Actor actor) {
    ReleaseDesk.require(actor);
    if (files.has(ProcedureReader.PROCEDURE)) {
      return desk.bring(files, null, note, actor);
    }
    ReleaseInfo home = home(files);
    return desk.bringInto(home.procedureKey(), renamed(files, store.files(home.id())), note, actor);
  }

  /**
   * As {@link ReleaseDesk#bringInto}, for files under the names that a modeling program gave them: a diagram or table
   * that the procedure has under another name takes that name.
   */
  @Transactional
  public ReleaseInfo bringInto(String procedureKey, ProcedureFiles files, String note, Actor actor) {
    ReleaseDesk.require(actor);
    ProcedureFiles named = store.atWork().stream().filter(each -> each.procedureKey().equals(procedureKey)).findFirst()
        .map(each -> renamed(files, store.files(each.id()))).orElse(files);
    return desk.bringInto(procedureKey, named, note, actor);
  }

  /**
   * The release to which equal files belong already, at work or waiting.
   *
   * @param version as the refusal {@code release-unchanged} or {@code release-brought-twice} names it
   */
  @Transactional(readOnly = true)
  public Optional<ReleaseInfo> same(ProcedureFiles files, int version, Actor actor) {
    ReleaseDesk.require(actor);
    String key = files.text(ProcedureReader.PROCEDURE).map(PackagedFolders::keyIn)
        .orElseGet(() -> home(files).procedureKey());
    return store.history(key).stream().filter(each -> each.version() == version)
        .filter(each -> each.state() == ReleaseState.ACTIVE || each.state().isOpen()).findFirst();
  }

  private ReleaseInfo home(ProcedureFiles files) {
    List<ReleaseInfo> atWork = store.atWork();
    Set<String> ids = files.names().stream().flatMap(name -> ids(name, files)).collect(Collectors.toSet());
    List<ReleaseInfo> homes = atWork.stream().filter(each -> ids.contains(each.procedureKey())).toList();
    if (homes.isEmpty()) {
      homes = atWork.stream().filter(each -> has(store.files(each.id()), files.names(), ids)).toList();
    }
    if (homes.isEmpty()) {
      throw new DomainException(Kind.INVALID, "deployment-which-none", String.join(", ", files.names()));
    }
    if (homes.size() > 1) {
      throw new DomainException(Kind.INVALID, "deployment-which-several",
          homes.stream().map(each -> each.name().vi()).sorted(Comparator.naturalOrder())
              .collect(Collectors.joining("; ")));
    }
    return homes.get(0);
  }

  private static boolean has(ProcedureFiles release, Set<String> names, Set<String> ids) {
    return names.stream().anyMatch(release::has)
        || release.names().stream().flatMap(name -> ids(name, release)).anyMatch(ids::contains);
  }

  private static ProcedureFiles renamed(ProcedureFiles files, ProcedureFiles release) {
    Map<String, byte[]> renamed = new LinkedHashMap<>();
    for (String name : files.names()) {
      Set<String> ids = ids(name, files).collect(Collectors.toCollection(HashSet::new));
      String known = release.has(name) ? name : release.names().stream()
          .filter(each -> ids(each, release).anyMatch(ids::contains)).findFirst().orElse(name);
      if (renamed.put(known, files.bytes(name).orElseThrow()) != null) {
        throw new DomainException(Kind.INVALID, "release-file-twice", known);
      }
    }
    return ProcedureFiles.of(renamed);
  }

  /** Ids of the processes and decisions in a file; none in what cannot be read. */
  private static Stream<String> ids(String name, ProcedureFiles files) {
    byte[] bytes = files.bytes(name).orElseThrow();
    if (name.endsWith(".bpmn")) {
      return ModelOutline.diagram(name, bytes).entrySet().stream()
          .filter(each -> each.getValue().type().equals("process")).map(Map.Entry::getKey);
    }
    return name.endsWith(".dmn") ? ModelOutline.tables(name, bytes).keySet().stream() : Stream.empty();
  }
}
