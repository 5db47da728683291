package vn.trian.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Level;
import vn.trian.shared.Snapshot;
import vn.trian.shared.Texts;

/**
 * The dated tree of offices. Every question names its day; the tree of 30/06/2025 has three levels, that of
 * 01/07/2025 has two. An office that ended counts as the one that keeps its files when reach is asked.
 */
@Service
@DependsOn("organizationLoader")
public class Offices {

  private final OfficeTable table;
  private final Snapshot<Map<String, List<Office>>> byId;

  Offices(OfficeTable table) {
    this.table = table;
    this.byId = new Snapshot<>(this::load);
  }

  /** The office as it is on that day; empty when it is unknown, not yet there or ended. */
  public Optional<Office> find(String id, LocalDate on) {
    return periods(id).stream().filter(office -> office.isValidOn(on)).findFirst();
  }

  /**
   * The office as it is on that day.
   *
   * @throws DomainException NOT_FOUND {@code office-unknown} with id and date
   */
  public Office get(String id, LocalDate on) {
    return find(id, on)
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "office-unknown", id, Texts.day(on)));
  }

  /** Full name of an office on that day; the id itself where there is no such office then. */
  public String nameOf(String id, LocalDate on) {
    return find(id, on).map(Office::name).orElse(id);
  }

  /**
   * The office itself or the nearest above it at that level, never a room; empty when there is none, as for
   * the division of a commune that stands directly under the department.
   */
  public Optional<Office> ancestor(String officeId, Level level, LocalDate on) {
    return lineage(officeId, on).stream()
        .filter(office -> office.level() == level && office.kind() != OfficeKind.ROOM)
        .findFirst();
  }

  /** Whether files of {@code officeId} lie in the reach of {@code topId}; an office is below itself. */
  public boolean isAtOrBelow(String officeId, String topId, LocalDate on) {
    return !periods(officeId).isEmpty() && reaches(officeId, topId, on);
  }

  /**
   * Ids of the office and all below it, rooms included, and of ended offices whose files they keep.
   *
   * @return empty when the office is unknown
   */
  public Set<String> atOrBelow(String topId, LocalDate on) {
    var reached = new LinkedHashSet<String>();
    for (String id : byId.get().keySet()) {
      if (reaches(id, topId, on)) {
        reached.add(id);
      }
    }
    return reached;
  }

  /** Offices of a level in force on that day, without rooms, in the order they were recorded. */
  public List<Office> at(Level level, LocalDate on) {
    return all(on).stream()
        .filter(office -> office.level() == level && office.kind() != OfficeKind.ROOM)
        .toList();
  }

  /** Rooms of a department in force on that day. */
  public List<Office> rooms(String officeId, LocalDate on) {
    return all(on).stream()
        .filter(office -> office.kind() == OfficeKind.ROOM && officeId.equals(office.parentId()))
        .toList();
  }

  /** All offices and rooms in force on that day, in the order they were recorded. */
  public List<Office> all(LocalDate on) {
    return byId.get().values().stream()
        .flatMap(List::stream)
        .filter(office -> office.isValidOn(on))
        .toList();
  }

  private boolean reaches(String officeId, String topId, LocalDate on) {
    return officeId.equals(topId)
        || lineage(officeId, on).stream().anyMatch(office -> office.id().equals(topId));
  }

  /** The office, or the one that keeps its files, and all above it, lowest first. */
  private List<Office> lineage(String officeId, LocalDate on) {
    var line = new ArrayList<Office>();
    // a slip in the data must not make a ring that never ends
    var seen = new HashSet<String>();
    Optional<Office> next = inForce(officeId, on);
    while (next.isPresent() && seen.add(next.get().id())) {
      line.add(next.get());
      next = next.map(Office::parentId).flatMap(parent -> inForce(parent, on));
    }
    return line;
  }

  private Optional<Office> inForce(String officeId, LocalDate on) {
    var seen = new HashSet<String>();
    String id = officeId;
    while (id != null && seen.add(id)) {
      Optional<Office> found = find(id, on);
      if (found.isPresent()) {
        return found;
      }
      id = successor(id, on);
    }
    return Optional.empty();
  }

  private String successor(String id, LocalDate on) {
    return periods(id).stream()
        .filter(office -> office.validTo() != null && office.validTo().isBefore(on))
        .reduce((first, second) -> second.validTo().isAfter(first.validTo()) ? second : first)
        .map(Office::successorId)
        .orElse(null);
  }

  private List<Office> periods(String id) {
    return byId.get().getOrDefault(id, List.of());
  }

  private Map<String, List<Office>> load() {
    var offices = new LinkedHashMap<String, List<Office>>();
    for (OfficeEntity row : table.findAllByOrderById()) {
      Office office = row.view();
      offices.computeIfAbsent(office.id(), id -> new ArrayList<>()).add(office);
    }
    return offices;
  }
}
