package vn.trian.casefile;

import java.util.List;

/**
 * What the desk says about one paper of the checklist.
 *
 * @param kind     id of the paper in the procedure
 * @param received whether the paper lies on the desk (or comes as a file)
 * @param copyKind ORIGINAL, CERTIFIED_COPY, COPY or TO_COMPARE
 * @param quantity number of copies, 1 or more
 * @param files    ids of uploads that belong to it
 */
public record PaperTick(String kind, boolean received, String copyKind, int quantity, String note, List<String> files) {

  public PaperTick {
    quantity = Math.max(1, quantity);
    files = files == null ? List.of() : List.copyOf(files);
    note = note == null || note.isBlank() ? null : note.strip();
  }

  /** A paper counts as there when it is ticked or a file was uploaded for it. */
  public boolean present() {
    return received || !files.isEmpty();
  }

  /** The same line, ticked when a file was uploaded for it. */
  PaperTick withFilesAsReceived() {
    return new PaperTick(kind, present(), copyKind, quantity, note, files);
  }
}
