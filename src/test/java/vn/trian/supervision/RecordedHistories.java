package vn.trian.supervision;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.trian.deadline.DayUnit;
import vn.trian.deadline.Limit;
import vn.trian.deadline.model.WorkingCalendar;
import vn.trian.shared.Confidence;
import vn.trian.shared.Level;

/**
 * Two years of cases as offices would have recorded them, played day by day, the same for the same seed. Nothing here
 * knows how the forecast works, and no duration is drawn from a distribution: how long a step takes comes of who else
 * stands in the queue, how many officers work that day and how much work a file is.
 *
 * <ul>
 * <li>Eight communes, two divisions, one department. Each office has its own strength; two communes and one division
 *     are weak, and an office loses half of its officers for two or three weeks now and then.
 * <li>Files come in waves: more after the Lunar New Year and in July, none on days off.
 * <li>A file is easy, usual or hard, the same at all steps; one in twenty goes back once from the division.
 * <li>Queues are first come, first served, but one in six files is taken out of turn.
 * <li>Weekends and the holidays of the calendar stand still; limits are 5 and 7 working days and 12 days.
 * </ul>
 */
final class RecordedHistories {

  static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
  static final LocalDate LAST = LocalDate.of(2024, 12, 31);
  static final List<Stage> ROUTE = List.of(
      new Stage("confirm", Level.COMMUNE, new Limit(5, DayUnit.WORKING_DAY, "", Confidence.U)),
      new Stage("appraise", Level.DIVISION, new Limit(7, DayUnit.WORKING_DAY, "", Confidence.U)),
      new Stage("decide", Level.DEPARTMENT, new Limit(12, DayUnit.CALENDAR_DAY, "", Confidence.U)));

  private static final int COMMUNES = 8;
  private static final int OUT_OF_TURN = 6;

  private final Random chance;
  private final WorkingCalendar calendar;
  private final Map<String, Desk> desks = new LinkedHashMap<>();
  private final List<Case> cases = new ArrayList<>();
  private final List<Pass> passes = new ArrayList<>();

  /** A step of the route. */
  record Stage(String step, Level level, Limit limit) {}

  /** A step that a case went through at an office. */
  record Pass(String step, String office, Level level, LocalDate opened, LocalDate closed) {}

  /** A case with what is known of it on each day. */
  static final class Case {
    final LocalDate received;
    final LocalDate due;
    final String commune;
    final int work;
    final List<Opening> openings = new ArrayList<>();
    LocalDate finished;
    private boolean returned;

    Case(LocalDate received, LocalDate due, String commune, int work) {
      this.received = received;
      this.due = due;
      this.commune = commune;
      this.work = work;
    }

    /** Where the case was in the evening of a day; null before its receipt and when it had ended. */
    Opening at(LocalDate day) {
      Opening found = null;
      for (Opening each : openings) {
        found = each.on().isAfter(day) ? found : each;
      }
      return finished != null && !finished.isAfter(day) ? null : found;
    }

    boolean missed() {
      return finished == null || finished.isAfter(due);
    }
  }

  /** A step of the route was opened. */
  record Opening(int stage, LocalDate on) {}

  private static final class Desk {
    final double officers;
    final Deque<Case> queue = new ArrayDeque<>();
    double spare;
    int weakDays;

    Desk(double officers) {
      this.officers = officers;
    }
  }

  RecordedHistories(long seed, WorkingCalendar calendar) {
    this.chance = new Random(seed);
    this.calendar = calendar;
    for (int n = 0; n < COMMUNES; n++) {
      desks.put("commune" + n, new Desk(n < 2 ? 2.2 : 2.3 + 0.15 * n));
    }
    desks.put("division0", new Desk(9.0));
    desks.put("division1", new Desk(10.5));
    desks.put("department", new Desk(18.5));
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day)) {
        play(day);
      }
    }
  }

  List<Case> cases() {
    return cases;
  }

  /** Passes that ended before a day, at most so many days ago. */
  List<Pass> before(LocalDate day, int daysBack) {
    return passes.stream().filter(pass -> pass.closed().isBefore(day)
        && !pass.closed().isBefore(day.minusDays(daysBack))).toList();
  }

  /** The office that does a step of the route for the cases of a commune. */
  static String officeOf(int stage, String commune) {
    return switch (stage) {
      case 0 -> commune;
      case 1 -> "division" + Character.digit(commune.charAt(commune.length() - 1), 10) % 2;
      default -> "department";
    };
  }

  private void play(LocalDate day) {
    for (int n = 0; n < COMMUNES; n++) {
      arrive("commune" + n, day);
    }
    List<Runnable> evening = new ArrayList<>();
    desks.forEach((office, desk) -> work(office, desk, day, evening));
    evening.forEach(Runnable::run);
  }

  private void arrive(String commune, LocalDate day) {
    double wave = day.getMonthValue() == 7 || day.getMonthValue() == 2 || day.getMonthValue() == 3 ? 1.25 : 0.9;
    for (int often = 0; often < 4; often++) {
      if (chance.nextDouble() < 0.24 * wave) {
        int work = new int[] {1, 1, 2, 2, 2, 4}[chance.nextInt(6)];
        LocalDate due = day;
        for (Stage stage : ROUTE) {
          due = calendar.due(due, stage.limit());
        }
        Case arrived = new Case(day, due, commune, work);
        cases.add(arrived);
        open(arrived, 0, day);
      }
    }
  }

  private void open(Case file, int stage, LocalDate day) {
    file.openings.add(new Opening(stage, day));
    Desk desk = desks.get(officeOf(stage, file.commune));
    if (chance.nextInt(OUT_OF_TURN) == 0) {
      desk.queue.addFirst(file);
    } else {
      desk.queue.addLast(file);
    }
  }

  private void work(String office, Desk desk, LocalDate day, List<Runnable> evening) {
    if (desk.weakDays == 0 && chance.nextInt(90) == 0) {
      desk.weakDays = 10 + chance.nextInt(6);
    }
    double strength = desk.weakDays > 0 ? desk.officers / 2 : desk.officers;
    desk.weakDays = Math.max(0, desk.weakDays - 1);
    desk.spare = Math.min(desk.officers * 2, desk.spare + strength);
    List<Case> taken = new ArrayList<>(desk.queue);
    taken.sort(Comparator.comparing((Case file) -> file.openings.get(file.openings.size() - 1).on().equals(day)));
    for (Case file : taken) {
      Opening opening = file.openings.get(file.openings.size() - 1);
      if (desk.spare < file.work || opening.on().equals(day)) {
        break;
      }
      desk.spare -= file.work;
      desk.queue.remove(file);
      evening.add(() -> close(file, opening, office, day));
    }
  }

  private void close(Case file, Opening opening, String office, LocalDate day) {
    Stage stage = ROUTE.get(opening.stage());
    passes.add(new Pass(stage.step(), office, stage.level(), opening.on(), day));
    if (opening.stage() == 1 && !file.returned && chance.nextInt(20) == 0) {
      file.returned = true;
      open(file, 0, day);
    } else if (opening.stage() + 1 < ROUTE.size()) {
      open(file, opening.stage() + 1, day);
    } else {
      file.finished = day;
    }
  }
}
