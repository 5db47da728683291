package vn.trian.workflow.rehearsal;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.organization.Role;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.Release;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.Label;
import vn.trian.workflow.modelgate.ModelOutline;
import vn.trian.workflow.release.ReleaseDeployer;
import vn.trian.workflow.release.ReleaseDesk;

/** Holds one rehearsal from its beginning to its end, on the thread that asks. */
@Component
class Rehearsing {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsing.class);
  private static final String SCENARIOS = "scenarios.yaml";
  private static final int PAGE = 100;
  private static final int TOPICS = 20;
  /** Differences, and what says as much when a case was told again. */
  private static final Map<String, String> TOLD = Map.of("rehearsal.diff.path-more", "rehearsal.replay.step-added",
      "rehearsal.diff.path-less", "rehearsal.replay.step-gone");
  /** Puts releases to work in a chamber; there is no such person. */
  private static final Actor MANAGER = new Actor("rehearsal", "Diễn tập", "", Set.of(Role.ADMIN), "");

  private final Rehearsals rehearsals;
  private final ReleaseStore store;
  private final ProcedureReader reader;
  private final CaseFiles cases;
  private final Stories stories;
  private final Endings endings;
  private final RealFacts facts;
  private final Ahead ahead;
  private final Clock clock;

  Rehearsing(Rehearsals rehearsals, ReleaseStore store, ProcedureReader reader, CaseFiles cases, Stories stories,
      Endings endings, RealFacts facts, Ahead ahead, Clock clock) {
    this.rehearsals = rehearsals;
    this.store = store;
    this.reader = reader;
    this.cases = cases;
    this.stories = stories;
    this.endings = endings;
    this.facts = facts;
    this.ahead = ahead;
    this.clock = clock;
  }

  /** Somebody asked for the end. */
  private static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /** Holds a rehearsal that was queued, and says how it ended. */
  void hold(String id) {
    if (!rehearsals.begin(id)) {
      rehearsals.end(id, RehearsalState.STOPPED, List.of());
      return;
    }
    try {
      new Held(id).hold();
      rehearsals.end(id, RehearsalState.DONE, List.of());
    } catch (Stopped asked) {
      rehearsals.end(id, RehearsalState.STOPPED, List.of());
    } catch (DomainException broken) {
      rehearsals.end(id, RehearsalState.FAILED, told(broken));
    } catch (RuntimeException broken) {
      // what it says may quote a case
      LOG.warn("rehearsal {} failed: {} at {}", id, broken.getClass().getName(), broken.getStackTrace().length == 0 ? ""
          : broken.getStackTrace()[0]);
      rehearsals.end(id, RehearsalState.FAILED, List.of(Finding.of("rehearsal.failed",
          broken.getClass().getSimpleName())));
    }
  }

  private static List<Finding> told(DomainException broken) {
    List<Finding> told = new ArrayList<>(List.of(Finding.of(broken.code(), broken.arguments())));
    broken.problems().forEach(each -> told.add(Finding.of(each.code(), each.arguments().toArray())));
    return told;
  }

  /** One rehearsal being held. */
  private final class Held {

    private final String id;
    private final int casesWanted;
    private final ReleaseInfo info;
    private final ProcedureFiles files;
    private final Map<String, Optional<String>> baselines = new HashMap<>();
    private final Map<Part, Map<Finding, Integer>> topics = new EnumMap<>(Part.class);
    private int seq;

    Held(String id) {
      Rehearsal rehearsal = rehearsals.get(id);
      this.id = id;
      this.casesWanted = rehearsal.casesWanted();
      this.info = store.info(rehearsal.releaseId());
      this.files = store.files(info.id());
    }

    void hold() {
      rehearsals.progress(id, Part.SCENARIOS, 0, 0);
      try (Chamber chamber = Chamber.open(LocalDateTime.now(clock))) {
        Release release = chamber.bean(ReleaseDeployer.class).deploy(files);
        scenarios(chamber);
        replay(chamber, release);
        summarize();
      }
      ahead();
      summarize();
    }

    private void scenarios(Chamber chamber) {
      List<Scenario> all = scenarios();
      begin(Part.SCENARIOS, all.size());
      ChamberTables tables = chamber.bean(ChamberTables.class);
      tables.replace(facts.law());
      tables.keep();
      Player player = chamber.bean(Player.class);
      for (Scenario each : all) {
        add(Part.SCENARIOS, all.size(), () -> scenario(player, each, all));
      }
    }

    /** The scenarios; a file that cannot be read, or none, is told like one that fails. */
    private List<Scenario> scenarios() {
      try {
        return files.bytes(SCENARIOS).map(Scenario::read).orElseThrow(() -> new NotPlayable("rehearsal.no-scenarios"));
      } catch (NotPlayable missing) {
        add(Part.SCENARIOS, 0, () -> new Line.Told(SCENARIOS, null, Verdict.BROKEN, List.of(missing.finding())));
      } catch (UncheckedIOException unreadable) {
        add(Part.SCENARIOS, 0, () -> new Line.Told(SCENARIOS, null, Verdict.BROKEN, List.of(Finding.of(
            "rehearsal.scenarios-unreadable", unreadable.getMessage().lines().findFirst().orElse("")))));
      }
      return List.of();
    }

    private Line.Told scenario(Player player, Scenario scenario, List<Scenario> all) {
      Label name = scenario.name() == null || scenario.name().vi() == null ? null
          : new Label(scenario.name().vi(), scenario.name().en());
      List<Finding> wrong;
      try {
        wrong = player.play(info.procedureKey(), scenario, all).wrong();
      } catch (RuntimeException broken) {
        wrong = List.of(Finding.of("rehearsal.said.broke", broken.getClass().getSimpleName(), broken.getMessage()));
      }
      return new Line.Told(scenario.id(), name, wrong.isEmpty() ? Verdict.SAME : Verdict.BROKEN, wrong);
    }

    private void replay(Chamber chamber, Release release) {
      List<String> codes = cases.endedLast(info.procedureKey(), casesWanted);
      begin(Part.REPLAY, codes.size());
      ChamberTables tables = chamber.bean(ChamberTables.class);
      tables.clear();
      tables.replace(facts.law());
      tables.replace(facts.offices());
      tables.keep();
      for (String code : codes) {
        add(Part.REPLAY, codes.size(), () -> again(chamber, release, code));
      }
    }

    private Line.Told again(Chamber chamber, Release release, String code) {
      Story story = stories.of(code).orElse(null);
      if (story == null) {
        return new Line.Told(code, null, Verdict.BROKEN, List.of(Finding.of("rehearsal.replay.no-desk")));
      }
      List<RealFacts.Rows> known = facts.knownBefore(story);
      Replay replay = chamber.bean(Replay.class);
      Ending recorded = endings.of(code);
      Ending before = baseline(chamber, story).map(old -> {
        atWork(chamber, old);
        return replay.tell(info.procedureKey(), story, known);
      }).filter(told -> told.toTheEnd() && told.findings().isEmpty()).map(Replay.Told::ending).orElse(null);
      atWork(chamber, release.id());
      Replay.Told now = replay.tell(info.procedureKey(), story, known);
      List<Finding> findings = new ArrayList<>(now.findings());
      if (now.ending() != null) {
        findings.addAll(news(now.findings(), (before == null ? recorded : before).against(now.ending())));
      }
      Verdict verdict = !now.toTheEnd() ? Verdict.BROKEN : findings.isEmpty() ? Verdict.SAME : Verdict.DIFFERENT;
      if (before == null || !recorded.against(before).isEmpty()) {
        findings.add(Finding.of(before == null ? "rehearsal.replay.no-baseline" : "rehearsal.replay.unfaithful"));
      }
      return now.toTheEnd() ? new Line.Told(code, null, verdict, (before == null ? recorded : before).total(),
          now.ending().total(), findings) : new Line.Told(code, null, verdict, findings);
    }

    /** Differences that are not told already: an added task is a longer path, and so on. */
    private static List<Finding> news(List<Finding> told, List<Finding> differences) {
      Set<String> codes = told.stream().map(Finding::code).collect(Collectors.toSet());
      return differences.stream().filter(each -> !codes.contains(TOLD.get(each.code()))).toList();
    }

    /** The release that a case began with, in the chamber; empty where it would not pass the gate any more. */
    private Optional<String> baseline(Chamber chamber, Story story) {
      return baselines.computeIfAbsent(story.releaseId(), old -> {
        try {
          return Optional.of(chamber.bean(ReleaseDeployer.class).deploy(store.files(old)).id());
        } catch (DomainException refused) {
          return Optional.empty();
        }
      });
    }

    private void atWork(Chamber chamber, String release) {
      ReleaseStore there = chamber.bean(ReleaseStore.class);
      if (there.atWork().stream().noneMatch(each -> each.id().equals(release))) {
        chamber.bean(ReleaseDesk.class).goBackTo(release, null, MANAGER);
      }
    }

    private void ahead() {
      int all = cases.countOpen(info.procedureKey());
      begin(Part.AHEAD, all);
      Procedure procedure = reader.read(files);
      Set<String> activities = activities();
      String last = "";
      for (List<CaseFile> page = page(last); !page.isEmpty(); page = page(last)) {
        for (CaseFile file : page) {
          last = file.code();
          if (!file.releaseId().equals(info.id())) {
            add(Part.AHEAD, all, () -> ahead.of(file.code(), procedure, activities));
          }
        }
      }
    }

    private List<CaseFile> page(String after) {
      return cases.openAfter(info.procedureKey(), after, PAGE);
    }

    private Set<String> activities() {
      return files.names(".bpmn").stream().map(name -> ModelOutline.diagram(name, files.bytes(name).orElseThrow()))
          .filter(each -> each.containsKey(info.procedureKey())).findFirst().map(Map::keySet).orElse(Set.of());
    }

    private void begin(Part part, int total) {
      stopIfAsked();
      seq = part == Part.SCENARIOS ? seq : 0;
      rehearsals.progress(id, part, 0, total);
    }

    private void add(Part part, int total, Supplier<Line.Told> told) {
      stopIfAsked();
      Line.Told line = told.get();
      rehearsals.add(id, part, ++seq, line);
      rehearsals.progress(id, part, seq, total);
      line.findings().stream().map(Finding::topic).distinct().forEach(topic ->
          topics.computeIfAbsent(part, each -> new LinkedHashMap<>()).merge(topic, 1, Integer::sum));
    }

    /** What is said of many cases, said once: the most frequent first. */
    private void summarize() {
      List<Finding> summary = new ArrayList<>();
      for (Part part : Part.values()) {
        topics.getOrDefault(part, Map.of()).entrySet().stream()
            .sorted(Map.Entry.<Finding, Integer>comparingByValue().reversed()).limit(TOPICS)
            .forEach(each -> summary.add(Finding.of(Rehearsal.summaryOf(part), each.getValue(), each.getKey())));
      }
      rehearsals.summarize(id, summary);
    }

    private void stopIfAsked() {
      if (!rehearsals.goesOn(id)) {
        throw new Stopped();
      }
    }
  }
}
