package vn.trian.workflow.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.organization.Absence;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.ApologyRounds;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Heads;
import vn.trian.workflow.Hold;
import vn.trian.workflow.NewNote;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/**
 * What officers and heads do about the invented cases: take some tasks, write a note, hold a case back, stand in for
 * somebody away. So each page of the supervision has something to show.
 */
@Component
@Profile("demo")
@ConditionalOnExpression("${trian.demo.cases:0} > 0")
class DemoSupervision {

  private static final Set<Role> CLERKS = EnumSet.of(Role.COMMUNE_CLERK, Role.DIVISION_CLERK, Role.DEPT_CLERK);
  /** Every so many open tasks one is taken. */
  private static final int TAKEN = 3;
  private static final int DAYS_AWAY = 4;
  private static final int NEXT_WEEK = 7;

  private final Desk desk;
  private final WorkList work;
  private final CaseFiles cases;
  private final Officers officers;
  private final DemoActors actors;
  private final ApologyRounds apologies;
  private final Clock clock;

  DemoSupervision(Desk desk, WorkList work, CaseFiles cases, Officers officers, DemoActors actors,
      ApologyRounds apologies, Clock clock) {
    this.desk = desk;
    this.work = work;
    this.cases = cases;
    this.officers = officers;
    this.actors = actors;
    this.apologies = apologies;
    this.clock = clock;
  }

  /** What happens at the offices that hold these cases. */
  void play(List<String> codes) {
    List<WorkItem> open = codes.stream().flatMap(code -> work.ofCase(code).stream()).toList();
    for (int i = 0; i < open.size(); i += TAKEN) {
      take(open.get(i));
    }
    Set<String> noted = new LinkedHashSet<>();
    Set<String> held = new HashSet<>();
    List<String> running = open.stream().map(WorkItem::caseCode).distinct().toList();
    for (String code : running) {
      String office = cases.get(code).office();
      if (!noted.contains(office)) {
        note(code).ifPresent(done -> noted.add(office));
      } else if (!held.contains(office)) {
        hold(code).ifPresent(done -> held.add(office));
      }
    }
    LocalDate today = LocalDate.now(clock);
    int left = noted.size();
    for (String office : noted) {
      // the last one is still to come
      away(office, --left == 0 ? today.plusDays(NEXT_WEEK) : today);
    }
    actors.nobody();
    apologies.look();
  }

  private void take(WorkItem item) {
    officers.at(item.officeId()).stream().map(officer -> actors.as(officer.login()))
        .filter(actor -> !work.visible(List.of(item.taskId()), actor).isEmpty()).findFirst()
        .ifPresent(actor -> attempt(() -> {
          desk.claim(item.taskId(), key(), actor);
          return item;
        }));
  }

  private Optional<?> note(String code) {
    return head(code).flatMap(head -> desk.addressees(code, head).stream().findFirst()
        .flatMap(officer -> attempt(() -> desk.note(code, new NewNote(officer.login(),
            "Đề nghị làm trước hồ sơ này. Có vướng mắc thì báo lại trong ngày."), key(), head))));
  }

  private Optional<?> hold(String code) {
    CaseFile file = cases.get(code);
    return head(code).filter(head -> desk.mayHold(file, head)).flatMap(head -> attempt(() -> desk.hold(code,
        new Hold("Có đơn đề nghị xem lại người đứng tên hồ sơ, chờ làm rõ.", Objects.toString(file.step(), "")),
        key(), head)));
  }

  /** The clerk of an office is away from a day on, and whoever may stands in. */
  private void away(String office, LocalDate from) {
    List<Officer> here = officers.at(office);
    Optional<Actor> head = here.stream().map(officer -> actors.as(officer.login())).filter(Heads::leads).findFirst();
    Optional<Officer> clerk =
        here.stream().filter(officer -> CLERKS.stream().anyMatch(officer::holds)).findFirst();
    if (head.isPresent() && clerk.isPresent()) {
      here.stream().filter(officer -> !officer.holds(Role.SUPERVISOR) && officer != clerk.get())
          .anyMatch(officer -> attempt(() -> desk.enterAbsence(new Absence(clerk.get().login(), officer.login(), from,
              from.plusDays(DAYS_AWAY), "Nghỉ phép năm"), key(), head.get())).isPresent());
    }
  }

  private Optional<Actor> head(String code) {
    return officers.at(cases.get(code).office()).stream().map(officer -> actors.as(officer.login()))
        .filter(Heads::leads).findFirst();
  }

  /** Whatever the rules refuse is left out. */
  private static <T> Optional<T> attempt(Supplier<T> action) {
    try {
      return Optional.of(action.get());
    } catch (DomainException refused) {
      return Optional.empty();
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
