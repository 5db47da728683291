package vn.trian.workflow.demo;

import java.util.Random;

/** Invents people; every name says that it is invented, and fits the gender that stands beside it. */
final class DemoPeople {

  private static final String[] FAMILIES = {"Nguyễn", "Trần", "Hoàng", "Lý", "Nông", "Vi", "Lương", "Bế", "Chu", "Hà"};
  private static final String[] MEN = {"Văn An", "Văn Bình", "Minh Dũng", "Văn Hòa", "Minh Khánh", "Xuân Phúc",
      "Văn Quý", "Xuân Sơn", "Minh Vinh", "Văn Tiến"};
  private static final String[] WOMEN = {"Thị An", "Thị Bình", "Thu Cúc", "Thị Hạnh", "Ngọc Lan", "Thu Nga",
      "Thị Thảo", "Ngọc Tuyết", "Thị Yến", "Thu Hòa"};

  private final Random random;

  DemoPeople(Random random) {
    this.random = random;
  }

  /**
   * A full name.
   *
   * @param gender as forms write it; null where they do not ask for it
   */
  String name(String gender) {
    boolean woman = gender == null ? random.nextBoolean() : gender.equals("FEMALE");
    return pick(FAMILIES) + " " + pick(woman ? WOMEN : MEN) + " (mẫu)";
  }

  /** A number that begins with some letters or digits. */
  String number(String prefix, int count) {
    StringBuilder text = new StringBuilder(prefix);
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
