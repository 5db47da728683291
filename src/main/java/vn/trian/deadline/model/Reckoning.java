package vn.trian.deadline.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.trian.deadline.Limit;
import vn.trian.shared.Texts;

/**
 * How a due day came about.
 *
 * @param received     day of receipt, not counted
 * @param lastCounted  day on which the amount was used up, before it was moved off a day off
 * @param dueOn        last day on time, inclusive
 * @param skipped      days off from Monday to Friday that were left out
 * @param madeUp       weekend days that were counted because they are worked
 * @param unknownYears years of which the calendar knows no days off
 */
public record Reckoning(LocalDate received, Limit limit, LocalDate lastCounted, LocalDate dueOn,
    List<NamedDay> skipped, List<NamedDay> madeUp, List<Integer> unknownYears) {

  private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("dd/MM");

  /** Days from a Friday to the Monday after it: days off so near to each other are one stretch. */
  private static final int A_WEEKEND_BETWEEN = 3;

  /** First words for a file that has been received. */
  public static final Words RECEIVED = new Words("Nhận", "Received");
  /** First words for a file that the step before is to hand over. */
  public static final Words TO_BE_RECEIVED = new Words("Dự kiến nhận", "To be received");
  /** First words for papers that are complete at last. */
  public static final Words COMPLETE = new Words("Nhận đủ giấy tờ", "Papers complete");

  /** A day that departs from the week, with its Vietnamese name. */
  public record NamedDay(LocalDate day, String name) {}

  public Reckoning {
    skipped = List.copyOf(skipped);
    madeUp = List.copyOf(madeUp);
    unknownYears = List.copyOf(unknownYears);
  }

  /**
   * Sentence for people, for instance "Nhận ngày 11/03/2024, 5 ngày làm việc (không tính ngày nhận) → hết
   * ngày 18/03/2024".
   *
   * @param receipt first words, such as {@link #RECEIVED}
   */
  public Words sentence(Words receipt) {
    Words text = new Words(
        "%s ngày %s, %d %s (không tính ngày nhận)".formatted(
            receipt.vi(), Texts.day(received), limit.amount(), limit.unit().vi()),
        "%s on %s, %d %s (the day of receipt is not counted)".formatted(
            receipt.en(), Texts.day(received), limit.amount(), limit.unit().en()));
    if (lastCounted.isBefore(dueOn)) {
      text = text.then(movedOn());
    }
    if (!skipped.isEmpty()) {
      text = text.then(new Words("; trừ các ngày nghỉ: " + named(skipped, " đến "),
          "; without the days off: " + named(skipped, " to ")));
    }
    if (!madeUp.isEmpty()) {
      text = text.then(new Words("; tính cả ngày làm bù: " + named(madeUp, " đến "),
          "; with the days worked instead: " + named(madeUp, " to ")));
    }
    return text.then(Words.of(" → hết ngày %s", " → until the end of %s", Texts.day(dueOn))).then(unknown());
  }

  private Words movedOn() {
    boolean weekend = skipped.isEmpty() || !skipped.get(0).day().equals(lastCounted);
    return weekend
        ? Words.of("; ngày cuối %s là ngày nghỉ cuối tuần nên chuyển sang ngày làm việc tiếp theo",
            "; the last day %s is on a weekend and moves to the next working day", Texts.day(lastCounted))
        : Words.of("; ngày cuối %s là ngày nghỉ nên chuyển sang ngày làm việc tiếp theo",
            "; the last day %s is a day off and moves to the next working day", Texts.day(lastCounted));
  }

  private Words unknown() {
    String years = unknownYears.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return years.isEmpty() ? Words.NONE : Words.of(" (chưa có lịch nghỉ lễ của năm %s, mới trừ ngày cuối tuần)",
        " (the holidays of %s are not known yet, only weekends are left out)", years);
  }

  /** Neighbors of one name are written as a range: "08/02 đến 12/02 (Tết Nguyên đán)". */
  private static String named(List<NamedDay> days, String to) {
    var parts = new ArrayList<String>();
    for (int first = 0; first < days.size(); ) {
      int last = first;
      while (last + 1 < days.size() && days.get(last + 1).name().equals(days.get(first).name())
          && !days.get(last + 1).day().isAfter(days.get(last).day().plusDays(A_WEEKEND_BETWEEN))) {
        last++;
      }
      String range = DAY_AND_MONTH.format(days.get(first).day());
      if (last > first) {
        range += to + DAY_AND_MONTH.format(days.get(last).day());
      }
      parts.add(range + " (" + days.get(first).name() + ")");
      first = last + 1;
    }
    return String.join(", ", parts);
  }
}
