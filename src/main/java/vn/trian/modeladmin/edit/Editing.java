package vn.trian.modeladmin.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.workflow.modelgate.ModelGate;
import vn.trian.workflow.release.ReleaseDesk;

/** Small changes of a procedure, typed into sheets; what comes of them is a draft like any other. */
@Service
public class Editing {

  private final ReleaseStore store;
  private final ReleaseDesk desk;
  private final ModelGate gate;

  Editing(ReleaseStore store, ReleaseDesk desk, ModelGate gate) {
    this.store = store;
    this.desk = desk;
    this.gate = gate;
  }

  /**
   * What is edited.
   *
   * @param base   own open draft, else what is at work
   * @param stale  whether what is at work has changed since the draft was begun
   * @param next   approved release that waits for its day, null = none
   * @param files  of the base
   * @param active files of what is at work
   */
  public record Ground(ReleaseInfo base, ReleaseInfo atWork, boolean stale, ReleaseInfo next, ProcedureFiles files,
      ProcedureFiles active) {

    /** Whether an own draft goes on. */
    public boolean isDraft() {
      return base.state() == ReleaseState.DRAFT;
    }

    /** What a page was made from; another one later means that somebody was faster. */
    public String stamp() {
      return base.id() + "+" + atWork.id();
    }
  }

  /**
   * What was typed and what is wrong with it.
   *
   * @param atInputs faults by the name of their input
   * @param others   faults of a place that the page does not show
   */
  public record Typed(List<Sheet> sheets, Map<String, List<FieldProblem>> atInputs, List<FieldProblem> others) {

    /** Whether nothing was found yet. */
    public boolean isRight() {
      return atInputs.isEmpty() && others.isEmpty();
    }
  }

  /**
   * What somebody would edit now.
   *
   * @throws DomainException NOT_FOUND {@code release-unknown}; CONFLICT {@code edits-not-at-work} while the procedure
   *     has only drafts
   */
  @Transactional(readOnly = true)
  public Ground ground(String key, Actor actor) {
    String login = ReleaseDesk.require(actor).login();
    List<ReleaseInfo> history = store.history(key);
    if (history.isEmpty()) {
      throw new DomainException(Kind.NOT_FOUND, "release-unknown");
    }
    ReleaseInfo atWork = history.stream().filter(each -> each.state() == ReleaseState.ACTIVE).findFirst()
        .orElseThrow(() -> new DomainException(Kind.CONFLICT, "edits-not-at-work"));
    ReleaseInfo base = history.stream()
        .filter(each -> each.state() == ReleaseState.DRAFT && each.createdBy().equals(login)).findFirst()
        .orElse(atWork);
    boolean draft = base != atWork;
    ProcedureFiles active = store.files(atWork.id());
    ReleaseInfo next = history.stream().filter(each -> each.state() == ReleaseState.APPROVED).findFirst().orElse(null);
    return new Ground(base, atWork, draft && base.isOlderThan(atWork), next,
        draft ? store.files(base.id()) : active, active);
  }

  /**
   * The sheets of a section as they are.
   *
   * @param file whose texts are meant, where the section is that of texts
   */
  public List<Sheet> sheets(Ground ground, Section section, String file) {
    List<Sheet> sheets = read(ground.files(), section, file);
    return Sheets.beside(sheets, ground.isDraft() ? read(ground.active(), section, file) : sheets);
  }

  /** Files whose texts can be edited, with the steps at which a form is asked. */
  public Map<String, List<Label>> textFiles(Ground ground) {
    Map<String, List<Label>> files = new LinkedHashMap<>();
    TextSheets.files(ground.files()).forEach(each -> files.put(each, TextSheets.uses(ground.files(), each)));
    return files;
  }

  private static List<Sheet> read(ProcedureFiles files, Section section, String file) {
    return switch (section) {
      case LIMITS -> Sheets.limits(files);
      case PAPERS -> Sheets.papers(files);
      case REASONS -> Sheets.reasons(files);
      case TEXTS -> TextSheets.of(files, file);
    };
  }

  /** So many rows of sheets from one on, whatever sheet they belong to. */
  public static List<Sheet> part(List<Sheet> sheets, int from, int most) {
    List<Sheet> part = new ArrayList<>();
    int at = 0;
    for (Sheet sheet : sheets) {
      int size = sheet.rows().size();
      int begin = Math.min(size, Math.max(0, from - at));
      int end = Math.min(size, Math.max(0, from + most - at));
      if (begin < end) {
        part.add(sheet.with(sheet.rows().subList(begin, end)));
      }
      at += size;
    }
    return part;
  }

  /** The sheets with what was typed, and what is wrong at first sight. */
  public Typed typed(Ground ground, List<Sheet> sheets, Map<String, String> inputs) {
    Typing typing = new Typing(inputs);
    List<Sheet> typed = sheets.stream().map(typing::over).toList();
    Map<String, List<FieldProblem>> problems = new LinkedHashMap<>();
    typed.forEach(sheet -> Typing.problems(sheet).forEach((name, problem) -> problems.put(name, List.of(problem))));
    typed.forEach(sheet -> sheet.rows().stream().filter(row -> row.removed() && isDecided(ground.files(), row))
        .forEach(row -> problems.put(sheet.name(row, ""), List.of(new FieldProblem(sheet.name(row, ""),
            "edits-decided", row.values().get("code"))))));
    return new Typed(typed, problems, List.of());
  }

  /** Whether a decision table gives the reason. */
  private static boolean isDecided(ProcedureFiles files, Row row) {
    String code = row.values().get("code");
    return code != null && !row.isNew()
        && files.names(".dmn").stream().anyMatch(each -> files.text(each).orElse("").contains("\"" + code + "\""));
  }

  /** One more row in a sheet. */
  public Typed more(Typed typed, String sheet, String copyOf) {
    return new Typed(typed.sheets().stream().map(each -> each.id().equals(sheet) ? Typing.more(each, copyOf) : each)
        .toList(), Map.of(), List.of());
  }

  /**
   * Stores a draft of what was typed.
   *
   * @throws DomainException CONFLICT {@code edits-nothing} when nothing differs; as {@link ReleaseDesk#edit} otherwise
   */
  public ReleaseInfo save(Ground ground, Typed typed, String note, Actor actor) {
    return save(ground, texts(ground, typed), note, actor);
  }

  /**
   * The files with what was typed, nothing of it stored.
   *
   * @throws DomainException INVALID {@code procedure-broken} with every fault that the gate finds
   */
  public ProcedureFiles checked(Ground ground, Typed typed) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    texts(ground, typed).forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    ProcedureFiles whole = ProcedureFiles.of(files).over(ground.files());
    gate.check(whole);
    return whole;
  }

  private static Map<String, String> texts(Ground ground, Typed typed) {
    Map<String, String> changed = new LinkedHashMap<>();
    for (Sheet sheet : typed.sheets()) {
      String before = changed.getOrDefault(sheet.file(), ground.files().text(sheet.file()).orElseThrow());
      changed.put(sheet.file(), sheet.file().endsWith(".bpmn") ? TextSheets.named(sheet.file(), before, sheet)
          : Typing.into(YamlText.of(sheet.file(), before), sheet).text());
    }
    return changed;
  }

  /** Stores a draft with other texts of files; as {@link #save(Ground, Typed, String, Actor)}. */
  ReleaseInfo save(Ground ground, Map<String, String> texts, String note, Actor actor) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    texts.forEach((name, text) -> {
      if (!text.equals(ground.files().text(name).orElse(null))) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
      }
    });
    if (files.isEmpty()) {
      throw new DomainException(Kind.CONFLICT, "edits-nothing");
    }
    return desk.edit(ground.base().procedureKey(), ground.base().id(), ProcedureFiles.of(files), note, actor);
  }

  /** Puts the faults that the gate found to the inputs that are meant. */
  public Typed placed(Typed typed, List<FieldProblem> problems) {
    Map<String, List<FieldProblem>> placed = new LinkedHashMap<>();
    List<FieldProblem> others = new ArrayList<>();
    for (FieldProblem problem : problems) {
      String input = typed.sheets().stream()
          .filter(sheet -> problem.field().startsWith(sheet.file() + "#"))
          .map(sheet -> Typing.input(sheet, problem.field().substring(sheet.file().length() + 1)))
          .filter(each -> each != null).findFirst().orElse(null);
      if (input == null) {
        others.add(problem);
      } else {
        placed.computeIfAbsent(input, none -> new ArrayList<>()).add(problem);
      }
    }
    return new Typed(typed.sheets(), placed, others);
  }
}
