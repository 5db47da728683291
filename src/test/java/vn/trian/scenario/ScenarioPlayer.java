package vn.trian.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.workflow.Act;
import vn.trian.workflow.rehearsal.Player;
import vn.trian.workflow.rehearsal.Player.Played;
import vn.trian.workflow.rehearsal.Scenario;
import vn.trian.workflow.rehearsal.Telling;

/** Plays scenarios as a rehearsal does; what comes out otherwise fails the test. */
class ScenarioPlayer {

  private final Player player;
  private final CaseDeadlines deadlines;
  private final Stage stage;
  private final Telling telling;

  ScenarioPlayer(Player player, CaseDeadlines deadlines, Stage stage, MessageSource messages) {
    this.player = player;
    this.deadlines = deadlines;
    this.stage = stage;
    this.telling = Telling.vietnamese(messages);
  }

  /**
   * Plays a scenario on a clean slate, after the scenarios that it builds on.
   *
   * @throws AssertionError naming everything that came out differently
   */
  void play(String procedureKey, Scenario scenario, List<Scenario> all) {
    report(procedureKey, player.play(procedureKey, scenario, all));
  }

  /** As {@link #play(String, Scenario, List)}, with something that happens to the case before each move. */
  void play(String procedureKey, Scenario scenario, List<Scenario> all, Consumer<String> before) {
    stage.beforeMoves(before);
    try {
      play(procedureKey, scenario, all);
    } finally {
      stage.beforeMoves(code -> { });
    }
  }

  /**
   * Plays a scenario, whatever else is on file about the same matter, until a task is to be done.
   *
   * @return code of the case
   */
  String playUntil(String procedureKey, Scenario scenario, String place) {
    return report(procedureKey, player.playUntil(procedureKey, scenario, place)).caseCode();
  }

  /** Plays the moves of a scenario on with a case that is there, from one task to another; null is to the end. */
  void playOn(Scenario scenario, String caseCode, String from, String until) {
    scenario.walk().stream().dropWhile(move -> !from.equals(move.task()))
        .takeWhile(move -> until == null || !until.equals(move.task())).forEach(move -> {
          stage.comes(LocalDate.parse(move.on()).atTime(9, 0));
          stage.act(caseCode, move.task(), new Act(move.outcome(), null, null, List.of(), null, move.data(), null,
              false));
        });
  }

  private Played report(String procedureKey, Played played) {
    if (played.wrong().isEmpty()) {
      return played;
    }
    Scenario scenario = played.scenario();
    StringBuilder text = new StringBuilder("Kịch bản “" + scenario.name().vi() + "” (" + procedureKey + "/"
        + scenario.id() + ", " + scenario.source() + ")");
    played.wrong().forEach(each -> text.append("\n  ✗ ").append(telling.of(each)));
    text.append("\n  Diễn biến:");
    played.happened().forEach(line -> text.append("\n    ").append(line));
    if (played.caseCode() != null) {
      text.append("\n  Sổ thời hạn:");
      deadlines.ledger(played.caseCode()).forEach(line -> text.append("\n    ").append(line.day()).append(' ')
          .append(line.kind()).append(' ').append(line.step()).append(": ").append(line.explanation()));
      text.append("\n  Việc đang chờ: ").append(stage.openTasks(played.caseCode()).stream().map(stage::placeOf)
          .toList());
    }
    throw new AssertionError(text.toString());
  }
}
