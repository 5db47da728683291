package vn.trian.workflow.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseStore;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** The procedures that come with the application, read once: what is packaged does not change while it runs. */
@Component
public class PackagedFolders {

  private static final String FOLDERS = "classpath*:bpmn/*/procedure.yaml";

  private final ReleaseStore store;
  private final List<Packaged> all = new ArrayList<>();

  PackagedFolders(ReleaseStore store) {
    this.store = store;
  }

  /** A procedure as it is packaged; {@code files} are its own, {@code whole} has the shared parts beneath. */
  record Packaged(String key, ProcedureFiles files, ProcedureFiles whole, String checksum) {}

  /**
   * A packaged version that was never brought.
   *
   * @param name of the procedure as it is called now; its key while it is unknown
   */
  public record Offer(String key, String name) {}

  /** What is packaged otherwise than any release that was ever brought, whatever became of that. */
  @Transactional(readOnly = true)
  public List<Offer> offers() {
    List<ReleaseInfo> brought = store.all();
    List<Offer> offers = new ArrayList<>();
    for (Packaged each : all()) {
      List<ReleaseInfo> known = brought.stream().filter(release -> release.procedureKey().equals(each.key())).toList();
      if (known.stream().noneMatch(release -> release.checksum().equals(each.checksum()))) {
        offers.add(new Offer(each.key(), known.stream().findFirst().map(ReleaseInfo::name).orElse(each.key())));
      }
    }
    return offers;
  }

  /** A packaged procedure by its key. */
  Optional<Packaged> find(String key) {
    return all().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  synchronized List<Packaged> all() {
    if (all.isEmpty()) {
      for (String folder : folders()) {
        ProcedureFiles files = ProcedureFiles.ofClasspath("bpmn/" + folder);
        ProcedureFiles whole = files.over(shared());
        all.add(new Packaged(keyOf(files), files, whole, whole.checksum()));
      }
    }
    return List.copyOf(all);
  }

  /** What all procedures share. */
  static ProcedureFiles shared() {
    return ProcedureFiles.ofClasspath("bpmn/common");
  }

  private static String keyOf(ProcedureFiles own) {
    return keyIn(own.text("procedure.yaml").orElseThrow());
  }

  /** The key that a description gives. */
  static String keyIn(String description) {
    return description.lines()
        .filter(line -> line.startsWith("key:")).findFirst()
        .map(line -> line.substring(4).strip().replaceAll("\\s*#.*$", "").replaceAll("[\"']", ""))
        .orElseThrow(() -> new DomainException(Kind.INVALID, "release-without-key"));
  }

  private static Set<String> folders() {
    try {
      Set<String> folders = new TreeSet<>();
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(FOLDERS)) {
        String[] parts = resource.getURL().getPath().split("/");
        folders.add(parts[parts.length - 2]);
      }
      return folders;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
