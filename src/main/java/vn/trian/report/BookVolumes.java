package vn.trian.report;

import java.util.List;
import java.util.Optional;
import vn.trian.organization.Office;
import vn.trian.report.BookClosings.Closing;
import vn.trian.report.TrackingBook.Line;
import vn.trian.supervision.CaseFilter;

/**
 * A tracking book in volumes, as offices bind it: drawn one after the other, so that a long book takes no more room
 * than a short one.
 *
 * @param closing how it was closed; empty for the book as it reads now
 * @param lines   all of it, in its order
 */
public record BookVolumes(CaseFilter filter, Office office, Optional<Closing> closing, List<Line> lines) {

  /** Lines of a volume; these take some 100 MB while they are drawn. */
  public static final int LONGEST = 1_000;

  /** How many volumes a book of some lines has; an empty one is a volume too. */
  public static int countOf(long lines) {
    return (int) Math.max(1, (lines + LONGEST - 1) / LONGEST);
  }

  /** How many there are, 1 or more. */
  public int count() {
    return countOf(lines.size());
  }

  /** Lines of a volume, counted from 1. */
  List<Line> of(int volume) {
    return lines.subList((volume - 1) * LONGEST, Math.min(lines.size(), volume * LONGEST));
  }
}
