package vn.trian.workflow.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CasePapers;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.PaperTick;
import vn.trian.casefile.Statement;
import vn.trian.workflow.Act;
import vn.trian.workflow.Intake;

/** Reads finished cases so that they can be told again. */
@Component
class Stories {

  private final CaseFiles cases;
  private final CaseRecord record;
  private final CasePapers papers;
  private final Clock clock;

  Stories(CaseFiles cases, CaseRecord record, CasePapers papers, Clock clock) {
    this.cases = cases;
    this.record = record;
    this.papers = papers;
    this.clock = clock;
  }

  /** A case as a story; empty for one that did not begin at a desk. */
  @Transactional(readOnly = true)
  public Optional<Story> of(String caseCode) {
    CaseFile file = cases.find(caseCode).orElseThrow();
    List<Story.Move> moves = new ArrayList<>();
    record.statements(caseCode).forEach(said -> moves.add(move(said)));
    if (moves.isEmpty() || !moves.get(0).step().equals(Intake.STEP)) {
      return Optional.empty();
    }
    List<PaperTick> ticks = papers.of(caseCode).stream().map(each -> new PaperTick(each.kind(), each.received(),
        each.copyKind(), each.quantity(), null, List.of())).toList();
    return Optional.of(new Story(file.code(), file.releaseId(), file.receivingOffice(), file.subjectKind(),
        file.subjectId(), file.ownerPersonId(), at(file.closedAt()), file.application(), ticks, moves));
  }

  private Story.Move move(Statement said) {
    return new Story.Move(at(said.statedAt()), said.step(), said.phase(), said.stepName(), new Act(said.outcome(),
        said.reasonCode(), said.reason(), items(said.details()), body(said.details()), said.data(), null, true));
  }

  private LocalDateTime at(Instant moment) {
    return moment == null ? LocalDateTime.now(clock) : LocalDateTime.ofInstant(moment, clock.getZone());
  }

  private static List<Act.Item> items(Map<String, Object> details) {
    List<Act.Item> items = new ArrayList<>();
    if (details.get("items") instanceof List<?> given) {
      given.forEach(each -> {
        if (each instanceof Map<?, ?> item) {
          items.add(new Act.Item(Objects.toString(item.get("kind"), null), Objects.toString(item.get("text"), null)));
        }
      });
    }
    return items;
  }

  private static Act.Body body(Map<String, Object> details) {
    return details.get("body") instanceof Map<?, ?> body
        ? new Act.Body(Objects.toString(body.get("kind"), null), Objects.toString(body.get("name"), null)) : null;
  }
}
