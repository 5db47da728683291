package vn.trian.workflow.modelgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.trian.procedure.DecisionRef;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Texts;

/** Looks at every file of a release before anything of it is stored, read by others or deployed. */
@Component
public class ModelGate {

  private static final Logger LOG = LoggerFactory.getLogger(ModelGate.class);
  private static final String FRAME = "frame.html";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}\\.(bpmn|dmn|form|yaml|html|css)");

  private static final int LONGEST_STEM = 60;

  private final Register register;
  private final FeelCheck feel;
  private final TrialParse trial;
  private final RenderCheck templates;
  private final Admissions admissions;
  private final ProcedureReader reader;
  private final Procedures procedures;

  ModelGate(Register register, FeelCustomFunctionProvider functions, TrialParse trial, RenderCheck templates,
      Admissions admissions, ProcedureReader reader, Procedures procedures) {
    this.register = register;
    this.feel = new FeelCheck(Set.copyOf(functions.getFunctionNames()));
    this.trial = trial;
    this.templates = templates;
    this.admissions = admissions;
    this.reader = reader;
    this.procedures = procedures;
  }

  /**
   * Checks a release. What is cheap and safe comes first; what is found there keeps the files from the readers behind.
   *
   * @param files the procedure's folder together with the shared parts
   * @return what may be deployed
   * @throws DomainException INVALID {@code procedure-broken}, whose problems name every fault with file, place,
   *                         rule and repair
   */
  public AdmittedModels check(ProcedureFiles files) {
    Findings findings = new Findings();
    SortedMap<String, byte[]> models = new TreeMap<>();
    for (String name : files.names()) {
      if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
        models.put(name, files.bytes(name).orElseThrow());
      }
    }
    look(files, findings);
    if (findings.none()) {
      trial.run(models, findings);
    }
    if (!findings.none()) {
      throw new DomainException(Kind.INVALID, "procedure-broken", findings.all(), findings.all().size(),
          findings.hideOthers() ? 1 : 0);
    }
    models.put(FRAME, frame());
    return new AdmittedModels(models);
  }

  /**
   * What is doubtful about a release without keeping it from being put to work; its faults are not told here.
   *
   * @return sentences with file, place and remedy, as many as people read
   */
  public List<FieldProblem> warnings(ProcedureFiles files) {
    Findings findings = new Findings();
    look(files, findings);
    return findings.warnings();
  }

  private void look(ProcedureFiles files, Findings findings) {
    ReleaseCheck whole = new ReleaseCheck(findings);
    FeelCheck expressions = feel.forOneRelease();
    // what a description derives can be made more of everywhere else
    List<String> inOrder = files.names().stream()
        .sorted(Comparator.comparing((String name) -> !name.endsWith(".yaml"))).toList();
    for (String name : inOrder) {
      guarded(name, findings, () -> file(name, files.bytes(name).orElseThrow(), expressions, whole, findings));
    }
    whole.check(foreignKeys(files));
    if (findings.none()) {
      guarded(ProcedureReader.PROCEDURE, findings, () -> read(files, whole, expressions, findings));
    } else {
      boolean readable = findings.onlyIn(".bpmn", ".dmn");
      findings.hide();
      if (readable) {
        guarded(ProcedureReader.PROCEDURE, findings, () -> readAlone(files, findings));
      }
    }
  }

  /** What a check did not foresee is refused like anything else that nobody has thought about. */
  private static void guarded(String file, Findings findings, Runnable check) {
    try {
      check.run();
    } catch (RuntimeException | StackOverflowError unforeseen) {
      LOG.error("a check of {} failed", file.replaceAll("[^a-z0-9.-]", "?"), unforeseen);
      findings.add(file, "model-check-failed");
    }
  }

  /** Lets the engine take what was admitted, and nothing else, while the deployment runs on this thread. */
  public <T> T deploying(AdmittedModels models, Supplier<T> deployment) {
    return admissions.during(models, deployment);
  }

  private void file(String name, byte[] bytes, FeelCheck expressions, ReleaseCheck whole, Findings findings) {
    if (name.equals(FRAME)) {
      findings.add(name, "release-brings-frame");
      return;
    }
    boolean named = NAME.matcher(name).matches();
    if (!named) {
      findings.add(name, "model-file-name", fitting(name));
    }
    // a diagram under a wrong name is looked at as well, so that all is told at once
    if (named || name.endsWith(".bpmn") || name.endsWith(".dmn")) {
      PlainText.of(name, bytes, findings).ifPresent(text -> content(name, text, expressions, whole, findings));
    }
  }

  /** A name that would pass, made of one that does not. */
  static String fitting(String name) {
    String known = name.replaceFirst("(?i)\\.(bpmn20\\.xml|bpmn2|bpmn\\.xml)$", ".bpmn");
    int dot = known.lastIndexOf('.') < 0 ? known.length() : known.lastIndexOf('.');
    String stem = Texts.fold(known.substring(0, dot)).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String ending = known.substring(dot).toLowerCase(Locale.ROOT);
    String fitting = stem.substring(0, Math.min(stem.length(), LONGEST_STEM)) + ending;
    return NAME.matcher(fitting).matches() ? fitting : "so-do.bpmn";
  }

  private void content(String name, String text, FeelCheck expressions, ReleaseCheck whole, Findings findings) {
    switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "bpmn" -> XmlReader.read(name, text, findings).ifPresent(root -> {
        findings.learn(name, root);
        BpmnCheck diagram = new BpmnCheck(name, root, findings);
        diagram.check(register);
        whole.add(name, diagram);
      });
      case "dmn" -> XmlReader.read(name, text, findings).ifPresent(root -> {
        findings.learn(name, root);
        DmnCheck table = new DmnCheck(name, root, findings);
        table.check(register, expressions);
        whole.add(name, table);
      });
      case "form" -> new FormFile(name, expressions, findings).check(text);
      case "yaml" -> new YamlFile(name, expressions, findings).check(text);
      case "html" -> new TemplateFile(name, findings).html(text);
      default -> new TemplateFile(name, findings).css(text);
    }
  }

  private void read(ProcedureFiles files, ReleaseCheck whole, FeelCheck expressions, Findings findings) {
    try {
      Procedure procedure = reader.read(files);
      DrawnProcesses processes = new DrawnProcesses(whole.diagrams());
      new StepCheck(procedure, processes, findings).check();
      new OutcomeCheck(procedure, processes, findings).check();
      new FieldCheck(procedure, files, expressions, findings).check(whole.tables());
      new TextCheck(findings).check(procedure, whole.diagrams());
      templates.check(procedure, files, findings);
      new UnusedFiles(procedure, files, findings).check(whole);
    } catch (DomainException broken) {
      findings.hide();
      findings.addAll(broken.problems());
    }
  }

  /** What is wrong with the procedure itself is told together with what is wrong with its diagrams and tables. */
  private void readAlone(ProcedureFiles files, Findings findings) {
    try {
      reader.read(files);
    } catch (DomainException broken) {
      findings.addAll(broken.problems());
    }
  }

  /** Ids that belong to other procedures: a model with one of them would take their place as the newest version. */
  private Set<String> foreignKeys(ProcedureFiles files) {
    String own = files.text(ProcedureReader.PROCEDURE).orElse("");
    Set<String> keys = new HashSet<>();
    for (Release release : procedures.active()) {
      Procedure other = release.procedure();
      if (!Pattern.compile("(?m)^key:\\s*[\"']?" + Pattern.quote(other.key()) + "\\b").matcher(own).find()) {
        keys.add(other.key());
        keys.addAll(Stream.of(other.eligibility(), other.amount()).filter(each -> each != null)
            .map(DecisionRef::decision).collect(Collectors.toSet()));
      }
    }
    return keys;
  }

  private static byte[] frame() {
    try (var in = new ClassPathResource("frame/" + FRAME).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
