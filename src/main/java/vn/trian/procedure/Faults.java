package vn.trian.procedure;

import java.util.ArrayList;
import java.util.List;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;

/** Collects what is wrong with the files of a release, so that all of it is told at once. */
final class Faults {

  private final List<FieldProblem> found = new ArrayList<>();

  /**
   * Notes a fault.
   *
   * @param path place inside the file, empty for the whole file
   * @param vi   what is wrong and what to do, without the full stop
   * @param en   the same in English, null = not said
   */
  void add(String file, String path, String vi, String en) {
    String place = path == null || path.isEmpty() ? file : file + ", " + path;
    found.add(FieldProblem.said(path == null || path.isEmpty() ? file : file + "#" + path,
        new Label(place + ": " + vi + ".", en == null ? null : place + ": " + en + ".")));
  }

  void orThrow(String code) {
    if (!found.isEmpty()) {
      throw new DomainException(DomainException.Kind.INVALID, code, found, found.size(), 1);
    }
  }
}
