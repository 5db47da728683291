package vn.trian.supervision.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.trian.supervision.ProcessFigures.Passage;
import vn.trian.supervision.Standing;

/** What colors a diagram: the more of it, the darker an activity. */
enum Heat {
  OPEN(true, passage -> passage.open().total()),
  LATE(true, passage -> passage.open().of(Standing.LATE)),
  /** Average working days. */
  DAYS(false, Passage::average);

  /** Shades beside the one for nothing. */
  private static final int SHADES = 4;

  private final boolean whole;
  private final ToDoubleFunction<Passage> value;

  Heat(boolean whole, ToDoubleFunction<Passage> value) {
    this.whole = whole;
    this.value = value;
  }

  /** A shade, from 1, with the most that has it. */
  record Shade(int level, double most) {}

  /** The one with a name; by open cases for a name that is none. */
  static Heat of(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst().orElse(OPEN);
  }

  /** The most of all activities; 0 when there is nothing. */
  double most(List<Passage> passages) {
    return passages.stream().mapToDouble(this::valueOf).max().orElse(0);
  }

  /** Shade of an activity, 0 for nothing. */
  int level(Passage passage, double most) {
    return most == 0 ? 0 : (int) Math.ceil(SHADES * valueOf(passage) / most);
  }

  /** The shades that an activity can have; of few cases there are fewer. */
  List<Shade> shades(double most) {
    List<Shade> shades = new ArrayList<>();
    double before = 0;
    for (int level = 1; level <= SHADES && most > 0; level++) {
      double limit = whole ? Math.floor(level * most / SHADES) : level * most / SHADES;
      if (limit > before) {
        shades.add(new Shade(level, limit));
        before = limit;
      }
    }
    return shades;
  }

  private double valueOf(Passage passage) {
    double given = value.applyAsDouble(passage);
    return Double.isNaN(given) ? 0 : given;
  }
}
