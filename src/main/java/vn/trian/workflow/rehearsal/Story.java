package vn.trian.workflow.rehearsal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import vn.trian.casefile.PaperTick;
import vn.trian.workflow.Act;

/**
 * A finished case as it can be told again. It holds what the citizen and the officers wrote, so it never leaves the
 * memory of the rehearsal.
 *
 * @param office    whose desk took it in
 * @param subjectId record of whom the case is about, null for none
 * @param ownerId   record of the owner, null for none
 * @param ended     when it was over
 * @param moves     what was said in it, in order; the first at the desk
 */
record Story(String caseCode, String releaseId, String office, String subjectKind, String subjectId, String ownerId,
    LocalDateTime ended, Map<String, Object> application, List<PaperTick> papers, List<Move> moves) {

  /**
   * Something that was said.
   *
   * @param step  step of the procedure, or that of the desk
   * @param name  of the step
   */
  record Move(LocalDateTime at, String step, String phase, String name, Act act) {

    boolean isAt(String otherStep, String otherPhase) {
      return step.equals(otherStep) && phase.equals(otherPhase);
    }
  }

  LocalDateTime filed() {
    return moves.get(0).at();
  }
}
