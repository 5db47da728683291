package vn.trian.workflow.rehearsal;

import java.util.List;

/** Tables that can be taken back to where they were at the beginning, so that one story does not bar the next. */
public interface Slate {

  /** Takes them back. */
  void restore();

  /** Number of rows of every table of ours. */
  List<String> rowCounts();
}
