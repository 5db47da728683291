package vn.trian.casefile;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.StepEnd;
import vn.trian.security.Actor;
import vn.trian.shared.Label;

/** What is written down about a case: statements, hand-overs and the log. Never changed, only added to. */
@Service
public class CaseRecord {

  private static final String SENT_BACK_DOWN = "RETURN";

  private final StatementRepository statements;
  private final HandOverRepository handOvers;
  private final CaseActionRepository actions;
  private final CaseFileRepository cases;
  private final Clock clock;

  CaseRecord(StatementRepository statements, HandOverRepository handOvers, CaseActionRepository actions,
      CaseFileRepository cases, Clock clock) {
    this.statements = statements;
    this.handOvers = handOvers;
    this.actions = actions;
    this.cases = cases;
    this.clock = clock;
  }

  /** Writes down what somebody said in a step. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Statement say(String caseCode, Statement.Said said, Actor by) {
    moved(caseCode);
    int seq = statements.lastSeq(caseCode) + 1;
    return statements.save(new Statement(caseCode, seq, said, by, clock.instant()));
  }

  /** Writes a row of the control slip for the step that the case was in. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void handOver(CaseFile file, Actor giver, StepEnd end) {
    moved(file.code());
    int seq = handOvers.lastSeq(file.code()) + 1;
    handOvers.save(new HandOver(file, seq, giver, clock.instant(), end));
  }

  private void moved(String caseCode) {
    cases.findById(caseCode).orElseThrow().moved(clock.instant());
  }

  /** The receiver signs for the last hand-over, once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void receive(String caseCode, Actor receiver) {
    handOvers.findFirstByCaseCodeOrderBySeqDesc(caseCode)
        .filter(HandOver::open)
        .ifPresent(last -> last.receivedBy(receiver, clock.instant()));
  }

  /** Adds to the log of the case; the caller holds the case's lock, which makes the chain single-file. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void log(String caseCode, Actor by, String action, Label summary) {
    Optional<CaseAction> last = actions.findFirstByCaseCodeOrderBySeqDesc(caseCode);
    int seq = last.map(CaseAction::seq).orElse(0) + 1;
    String before = last.map(CaseAction::hash).orElse(CaseAction.NOTHING_BEFORE);
    actions.saveAndFlush(new CaseAction(caseCode, seq, clock.instant(), by, action, summary, before));
  }

  /** Everything said in a case, oldest first. */
  @Transactional(readOnly = true)
  public List<Statement> statements(String caseCode) {
    return statements.findByCaseCodeOrderBySeq(caseCode);
  }

  /** Whose hands cases went through, oldest first, by code; a case in which nobody said anything is left out. */
  @Transactional(readOnly = true)
  public Map<String, List<Hand>> hands(Collection<String> caseCodes) {
    return statements.hands(caseCodes).stream().collect(Collectors.groupingBy(Hand::caseCode));
  }

  /** Rows of the control slip, oldest first. */
  @Transactional(readOnly = true)
  public List<HandOver> handOvers(String caseCode) {
    return handOvers.findByCaseCodeOrderBySeq(caseCode);
  }

  /** Rows of the control slip, oldest first, with the words of those who sent the file back down. */
  @Transactional(readOnly = true)
  public List<SlipRow> controlSlip(String caseCode) {
    List<Statement> said = statements(caseCode);
    return handOvers(caseCode).stream().map(row -> new SlipRow(row, sentBack(row, said))).toList();
  }

  /** The last word of the step before it was handed over, if that sent the file back. */
  private static Statement sentBack(HandOver row, List<Statement> said) {
    return said.stream().filter(each -> each.step().equals(row.step()) && !each.statedAt().isAfter(row.handedAt()))
        .reduce((first, second) -> second).filter(last -> SENT_BACK_DOWN.equals(last.outcome())).orElse(null);
  }

  /** The log of a case, oldest entry first. */
  @Transactional(readOnly = true)
  public List<CaseAction> log(String caseCode) {
    return actions.findByCaseCodeOrderBySeq(caseCode);
  }

  /** The newest answers of each step, keyed by step. */
  @Transactional(readOnly = true)
  public Map<String, Map<String, Object>> answers(String caseCode) {
    return newestAnswers(caseCode, said -> false);
  }

  /**
   * The newest answers of each step that is done; a step that sent the file back has to answer anew and is left
   * out until it does.
   */
  @Transactional(readOnly = true)
  public Map<String, Map<String, Object>> answersInForce(String caseCode) {
    return newestAnswers(caseCode, said -> SENT_BACK_DOWN.equals(said.outcome()));
  }

  private Map<String, Map<String, Object>> newestAnswers(String caseCode, Predicate<Statement> undoesItsStep) {
    Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
    for (Statement said : statements(caseCode)) {
      if (undoesItsStep.test(said)) {
        answers.remove(said.step());
      } else if (!said.data().isEmpty()) {
        answers.computeIfAbsent(said.step(), step -> new LinkedHashMap<>()).putAll(said.data());
      }
    }
    return answers;
  }

  /** Number of the first entry that breaks the hash chain of a case; empty while the chain is whole. */
  @Transactional(readOnly = true)
  public Optional<Integer> firstBrokenEntry(String caseCode) {
    String before = CaseAction.NOTHING_BEFORE;
    int expected = 1;
    for (CaseAction entry : log(caseCode)) {
      if (entry.seq() != expected || !entry.previousHash().equals(before) || !entry.hash().equals(entry.computed())) {
        return Optional.of(expected);
      }
      before = entry.hash();
      expected++;
    }
    return Optional.empty();
  }
}
