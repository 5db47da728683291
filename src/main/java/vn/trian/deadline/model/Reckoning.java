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

  private static final int A_WEEKEND_BETWEEN = 3;

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
   * @param receipt first words, such as "Nhận" or "Dự kiến nhận"
   */
  public String sentence(String receipt) {
    var text = new StringBuilder("%s ngày %s, %d %s (không tính ngày nhận)".formatted(
        receipt, Texts.day(received), limit.amount(), limit.unit().vi()));
    if (lastCounted.isBefore(dueOn)) {
      text.append("; ngày cuối ").append(Texts.day(lastCounted)).append(" là ")
          .append(skipped.isEmpty() || !skipped.get(0).day().equals(lastCounted) ? "ngày nghỉ cuối tuần" : "ngày nghỉ")
          .append(" nên chuyển sang ngày làm việc tiếp theo");
    }
    if (!skipped.isEmpty()) {
      text.append("; trừ các ngày nghỉ: ").append(named(skipped));
    }
    if (!madeUp.isEmpty()) {
      text.append("; tính cả ngày làm bù: ").append(named(madeUp));
    }
    text.append(" → hết ngày ").append(Texts.day(dueOn));
    if (!unknownYears.isEmpty()) {
      text.append(unknownYears.stream().map(String::valueOf)
          .collect(Collectors.joining(", ", " (chưa có lịch nghỉ lễ của năm ", ", mới trừ ngày cuối tuần)")));
    }
    return text.toString();
  }

  /** Neighbors of one name are written as a range: "08/02 đến 12/02 (Tết Nguyên đán)". */
  private static String named(List<NamedDay> days) {
    var parts = new ArrayList<String>();
    for (int first = 0; first < days.size(); ) {
      int last = first;
      while (last + 1 < days.size() && days.get(last + 1).name().equals(days.get(first).name())
          && !days.get(last + 1).day().isAfter(days.get(last).day().plusDays(A_WEEKEND_BETWEEN))) {
        last++;
      }
      String range = DAY_AND_MONTH.format(days.get(first).day());
      if (last > first) {
        range += " đến " + DAY_AND_MONTH.format(days.get(last).day());
      }
      parts.add(range + " (" + days.get(first).name() + ")");
      first = last + 1;
    }
    return String.join(", ", parts);
  }
}
