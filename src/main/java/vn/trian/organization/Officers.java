package vn.trian.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.Snapshot;

/** Who works where today. */
@Service
@DependsOn("organizationLoader")
public class Officers {

  private final OfficerTable table;
  private final Clock clock;
  private final Snapshot<List<OfficerEntity>> rows;

  Officers(OfficerTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
    this.rows = new Snapshot<>(this.table::findAllByOrderById);
  }

  /** The officer with the roles held today; empty when there are none. */
  public Optional<Officer> find(String login) {
    return officers(rows.get().stream().filter(row -> row.login().equals(login)).toList()).stream().findFirst();
  }

  /** Full name of an officer in office today; the login itself for anybody else. */
  public String nameOf(String login) {
    return find(login).map(Officer::fullName).orElse(login);
  }

  /** Those who hold a role at exactly that office today, in the order they were recorded. */
  public List<Officer> holding(String officeId, Role role) {
    return at(officeId).stream().filter(officer -> officer.holds(role)).toList();
  }

  /** Those who work at exactly that office today. */
  public List<Officer> at(String officeId) {
    return all().stream().filter(officer -> officer.officeId().equals(officeId)).toList();
  }

  /** Gives somebody a role at an office from today on; who has other roles keeps them. */
  @Transactional
  public void appoint(String login, String fullName, String officeId, Role role, String title) {
    table.save(new OfficerEntity(login, fullName, officeId, null, role, title, LocalDate.now(clock), null));
    rows.forget();
  }

  /** Everybody who works anywhere today. */
  public List<Officer> all() {
    return officers(rows.get());
  }

  /** Logins of those who worked somewhere once and work nowhere today. */
  public Set<String> former() {
    Set<String> former = rows.get().stream().map(OfficerEntity::login).collect(Collectors.toCollection(TreeSet::new));
    all().forEach(officer -> former.remove(officer.login()));
    return former;
  }

  /** One officer for each login; office, room and title are those of the first row in force. */
  private List<Officer> officers(List<OfficerEntity> candidates) {
    LocalDate today = LocalDate.now(clock);
    Map<String, List<OfficerEntity>> byLogin = new LinkedHashMap<>();
    for (OfficerEntity row : candidates) {
      if (row.holdsOn(today)) {
        byLogin.computeIfAbsent(row.login(), login -> new ArrayList<>()).add(row);
      }
    }
    return byLogin.values().stream().map(Officers::officer).toList();
  }

  private static Officer officer(List<OfficerEntity> held) {
    OfficerEntity first = held.get(0);
    var roles = EnumSet.noneOf(Role.class);
    held.stream().filter(row -> Objects.equals(row.officeId(), first.officeId()))
        .forEach(row -> roles.add(row.role()));
    return new Officer(first.login(), first.fullName(), roles, first.officeId(), first.roomId(), first.title());
  }
}
