package vn.trian.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseState;
import vn.trian.casefile.HandOver;
import vn.trian.casefile.Statement;
import vn.trian.deadline.LedgerKind;
import vn.trian.deadline.LedgerLine;
import vn.trian.deadline.Timeliness;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Figure;
import vn.trian.workflow.Desk;

/** Four weeks with cases of every kind, and what is to be counted of them, case by case from what was written down. */
abstract class FourWeeks extends SharedModels {

  @Autowired Reach reach;
  @Autowired private Desk desk;

  @BeforeEach
  void fourWeeks() {
    told(FourWeeks.class, this::play);
  }

  /** Cases that stand everywhere and ended in every way, over four weeks of 2024. */
  private void play() {
    acceptedOf("020170005500");
    received("REFUSE", ticked("request"));
    received("SUPPLEMENT", ticked("request"));
    String back = acceptedOf("020170005501");
    String refused = acceptedOf("020170005502");
    String granted = acceptedOf("020170005503");
    String waiting = acceptedOf("020170005504");
    String withdrawn = acceptedOf("020170005505");
    on(3, 13);
    prepare(waiting, CONFIRM, "SUPPLEMENT");
    stage.withdraw(withdrawn, "dongkinh", "Không còn nhu cầu.");
    Stream.of(back, granted).forEach(code -> prepare(code, CONFIRM, "APPROVE"));
    sendBack(granted, CONFIRM + "/sign");
    prepare(granted, CONFIRM, "APPROVE");
    prepare(refused, CONFIRM, "REJECT");
    String resumed = acceptedOf("020170005508");
    prepare(resumed, CONFIRM, "SUPPLEMENT");
    on(3, 14);
    Stream.of(back, granted, refused).forEach(code -> sign(code, CONFIRM));
    on(3, 19);
    brings(resumed, CONFIRM + "/receiveSupplement", "SUPPLEMENTED");
    on(3, 20);
    prepare(resumed, CONFIRM, "APPROVE");
    sign(resumed, CONFIRM);
    prepare(back, DECIDE, "RETURN");
    prepare(granted, DECIDE, "APPROVE");
    check(granted, DECIDE);
    sign(granted, DECIDE);
    stamps(granted, "issueDecision/stampDocument");
    payable(granted, "2024-02", "CASH", 2, 28);
    payable(granted, "2024-03", "BANK", 3, 20);
    payable(refused, "2024-03", "CASH", 3, 31);
    on(3, 29);
    acceptedOf("020170005506");
    on(4, 3);
    prepare(back, CONFIRM, "APPROVE");
    sign(back, CONFIRM);
    String taken = acceptedOf("020170005509");
    Actor officer = stage.officer("canbo.dongkinh");
    stage.as(officer, () -> {
      desk.claim(item(taken).taskId(), officer);
      return null;
    });
    on(4, 8);
    stamps(refused, "issueRefusal/stampDocument");
    acceptedOf("020170005507");
  }

  static CaseFilter filter(Map<String, String> parameters) {
    return CaseFilter.read(parameters, LocalDate.of(2024, 3, 29));
  }

  Stream<CaseFile> seen(Actor actor) {
    return database.queryForList("select code from trian.case_file", String.class).stream().map(cases::get)
        .filter(file -> reach.sees(actor, file.receivingOffice(), file.office()));
  }

  /** Whether a case counts in a figure, from what was written down about it. */
  boolean counts(Figure figure, CaseFile file, CaseFilter filter, Actor actor) {
    LocalDate closedOn = file.closedAt() == null ? null : day(file.closedAt());
    LedgerLine decided = ledger(file.code()).stream().filter(line -> line.kind() == LedgerKind.DECIDED)
        .findFirst().filter(line -> file.state() != CaseState.WITHDRAWN && within(line.day(), filter)).orElse(null);
    return switch (figure) {
      case OPEN -> file.closedAt() == null;
      case HELD -> file.held();
      case RECEIVED -> file.state() != CaseState.RECEIPT_REFUSED && within(file.receivedOn(), filter);
      case DECIDED -> decided != null;
      case DECIDED_EARLY -> decided != null && timeliness(decided) == Timeliness.EARLY;
      case DECIDED_ON_TIME -> decided != null && timeliness(decided) == Timeliness.ON_TIME;
      case DECIDED_LATE -> decided != null && timeliness(decided) == Timeliness.LATE;
      case REJECTED -> decided != null && "REJECTED".equals(file.result());
      case RECEIPT_REFUSED -> file.state() == CaseState.RECEIPT_REFUSED && within(closedOn, filter);
      case WITHDRAWN -> file.state() == CaseState.WITHDRAWN && within(closedOn, filter);
      case RETURNED -> record.statements(file.code()).stream()
          .anyMatch(said -> sentBack(said) && within(day(said.statedAt()), filter));
      case HANDED_OVER -> !handed(file, filter, actor).isEmpty();
      case HANDED_EARLY, HANDED_ON_TIME, HANDED_LATE -> handed(file, filter, actor).stream()
          .anyMatch(row -> row.result() != null && figure.name().equals("HANDED_" + row.result()));
      case PAYABLE -> !payments(file, filter).isEmpty();
      case CASHLESS -> payments(file, filter).contains("BANK");
      case CARRIED -> file.receivedOn().isBefore(filter.period().first()) && file.state() != CaseState.RECEIPT_REFUSED
          && isOpenAfter(file, filter.period().first().minusDays(1));
      case PENDING -> isPending(file, filter);
      case PENDING_LATE -> isPending(file, filter) && isLateAt(file, filter.period().last());
    };
  }

  private boolean isPending(CaseFile file, CaseFilter filter) {
    return !file.receivedOn().isAfter(filter.period().last()) && file.state() != CaseState.RECEIPT_REFUSED
        && isOpenAfter(file, filter.period().last());
  }

  /** Neither a result nor an end until the evening of a day. */
  private boolean isOpenAfter(CaseFile file, LocalDate day) {
    boolean decided = ledger(file.code()).stream()
        .anyMatch(line -> line.kind() == LedgerKind.DECIDED && !line.day().isAfter(day));
    return !decided && (file.closedAt() == null || day(file.closedAt()).isAfter(day));
  }

  private boolean isLateAt(CaseFile file, LocalDate day) {
    LocalDate promised = null;
    boolean paused = false;
    for (LedgerLine line : ledger(file.code())) {
      if (!line.day().isAfter(day)) {
        promised = line.caseDueOn();
        paused = line.kind() == LedgerKind.PAUSED || paused && line.kind() != LedgerKind.RESUMED;
      }
    }
    return !paused && promised != null && promised.isBefore(day);
  }

  /** Ways of paying of what became due within the period. */
  List<String> payments(CaseFile file, CaseFilter filter) {
    return database.query("select method, created_at from trian.payment_line where case_code = ?", (row, n) ->
        within(day(row.getObject("created_at", OffsetDateTime.class).toInstant()), filter)
            ? row.getString("method") : "", file.code()).stream().filter(method -> !method.isEmpty()).toList();
  }

  private static boolean sentBack(Statement said) {
    return said.outcome().equals("RETURN");
  }

  private static Timeliness timeliness(LedgerLine line) {
    int late = line.caseDueOn() == null ? 0 : line.day().compareTo(line.caseDueOn());
    return late < 0 ? Timeliness.EARLY : late == 0 ? Timeliness.ON_TIME : Timeliness.LATE;
  }

  /** Hand-overs of a case within the period, by offices within reach. */
  List<HandOver> handed(CaseFile file, CaseFilter filter, Actor actor) {
    return record.handOvers(file.code()).stream().filter(row -> within(day(row.handedAt()), filter)
        && reach.offices(actor).contains(row.fromOffice())).toList();
  }

  static boolean within(LocalDate day, CaseFilter filter) {
    return day != null && !day.isBefore(filter.period().first()) && !day.isAfter(filter.period().last());
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }
}
