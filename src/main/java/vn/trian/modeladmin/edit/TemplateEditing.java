package vn.trian.modeladmin.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import vn.trian.document.TemplatePreviews;
import vn.trian.document.TemplatePreviews.Drawn;
import vn.trian.document.TemplateSource;
import vn.trian.modeladmin.edit.Editing.Ground;
import vn.trian.modeladmin.edit.SampleCases.SampleCase;
import vn.trian.procedure.DocumentKind;
import vn.trian.procedure.FormComponent;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.workflow.modelgate.ModelGate;

/** Templates of documents: what uses them, what they may print, how they look, and a draft with other ones. */
@Service
public class TemplateEditing {

  private static final Pattern INCLUDED = Pattern.compile("\\{\\{\\s*>\\s*([^}\\s]+)\\s*}}");
  private static final int PAGES = 4;
  /** Files that every procedure gets with its release. */
  private static final Set<String> SHARED = ProcedureFiles.ofClasspath("bpmn/common").names();

  private final Editing editing;
  private final ModelGate gate;
  private final ProcedureReader reader;
  private final SampleModel samples;
  private final TemplatePreviews previews;

  TemplateEditing(Editing editing, ModelGate gate, ProcedureReader reader, SampleModel samples,
      TemplatePreviews previews) {
    this.editing = editing;
    this.gate = gate;
    this.reader = reader;
    this.samples = samples;
    this.previews = previews;
  }

  /**
   * A template, or a part that templates include.
   *
   * @param documents what is printed with it
   * @param shared    whether other procedures have it too
   * @param changed   whether it differs from what is at work
   */
  public record Template(String file, List<Label> documents, boolean shared, boolean changed) {}

  /** A value that a template may print. */
  public record Tag(String tag, Label meaning) {}

  /** An invented case to look at a template with. */
  public record Sample(String id, Label name) {}

  /** All templates of what is edited: the procedure's own first, then the shared ones. */
  public List<Template> templates(Ground ground) {
    Procedure procedure = reader.read(ground.files());
    List<Template> all = new ArrayList<>();
    for (String file : ground.files().names()) {
      if (isTemplate(file)) {
        all.add(template(ground, procedure, file));
      }
    }
    all.sort((one, other) -> Boolean.compare(one.shared(), other.shared()));
    return all;
  }

  /**
   * One template.
   *
   * @throws DomainException NOT_FOUND {@code release-unknown}
   */
  public Template template(Ground ground, String file) {
    if (!isTemplate(file) || !ground.files().has(file)) {
      throw new DomainException(Kind.NOT_FOUND, "release-unknown");
    }
    return template(ground, reader.read(ground.files()), file);
  }

  private static Template template(Ground ground, Procedure procedure, String file) {
    List<Label> documents = procedure.documents().values().stream()
        .filter(each -> reaches(ground.files(), each.template() + ".html", file, new HashSet<>()))
        .map(DocumentKind::name).toList();
    return new Template(file, documents, SHARED.contains(file),
        !ground.files().text(file).equals(ground.active().text(file)));
  }

  private static boolean isTemplate(String file) {
    return file.endsWith(".html") || file.endsWith(".css");
  }

  /** Whether a template is the file or includes it somewhere. */
  private static boolean reaches(ProcedureFiles files, String template, String file, Set<String> seen) {
    if (template.equals(file)) {
      return true;
    }
    if (!seen.add(template)) {
      return false;
    }
    Matcher included = INCLUDED.matcher(files.text(template).orElse(""));
    while (included.find()) {
      if (reaches(files, included.group(1) + ".html", file, seen)
          || reaches(files, included.group(1) + ".css", file, seen)) {
        return true;
      }
    }
    return false;
  }

  /** Fields of the application and of the steps, as templates name them. */
  public Map<Label, List<Tag>> tags(Ground ground) {
    Procedure procedure = reader.read(ground.files());
    Map<Label, List<Tag>> tags = new LinkedHashMap<>();
    tags.put(procedure.shortName(), tags("", procedure.applicationForm().byPath()));
    procedure.steps().forEach((id, step) -> {
      if (step.prepare() != null && step.prepare().form() != null) {
        List<Tag> asked = tags(id + ".", procedure.form(step.prepare().form()).byPath());
        if (!asked.isEmpty()) {
          tags.put(step.name(), asked);
        }
      }
    });
    return tags;
  }

  private static List<Tag> tags(String before, Map<String, FormComponent> fields) {
    List<Tag> tags = new ArrayList<>();
    fields.forEach((path, field) -> {
      int list = path.lastIndexOf("[]");
      if (field.type() == FormComponent.Type.DYNAMICLIST) {
        tags.add(new Tag("{{#" + before + path + "}} … {{/" + before + path + "}}", field.title()));
      } else if (field.type().isInput()) {
        tags.add(new Tag(list < 0 ? "{{" + before + path + "}}" : "{{" + path.substring(list + 3) + "}}",
            field.title()));
      }
    });
    return tags;
  }

  /** Invented cases of the procedure. */
  public List<Sample> samples(Ground ground) {
    return SampleCases.of(ground.files()).stream().map(each -> new Sample(each.id(), each.name())).toList();
  }

  /**
   * How a document looks with another text of a template; a part that templates include is shown in the first
   * document that does.
   *
   * @param sample invented case; the first for any other
   * @return empty when no document prints it
   * @throws DomainException INVALID with every fault when the gate would not let it through, or as
   *     {@link TemplatePreviews#draw}
   */
  public Optional<Drawn> draw(Ground ground, String file, String text, String sample) {
    template(ground, file);
    ProcedureFiles files = ProcedureFiles.of(Map.of(file, text.getBytes(StandardCharsets.UTF_8))).over(ground.files());
    gate.check(files);
    Procedure procedure = reader.read(files);
    Optional<DocumentKind> kind = procedure.documents().values().stream()
        .filter(each -> reaches(files, each.template() + ".html", file, new HashSet<>())).findFirst();
    List<SampleCase> cases = SampleCases.of(files);
    SampleCase told = cases.stream().filter(each -> each.id().equals(sample)).findFirst()
        .orElse(cases.isEmpty() ? null : cases.get(0));
    return kind.map(each -> previews.draw(source(files, each.template()), samples.of(procedure, each, told), PAGES));
  }

  private static TemplateSource source(ProcedureFiles files, String name) {
    Map<String, String> parts = new LinkedHashMap<>();
    files.names().stream().filter(TemplateEditing::isTemplate).forEach(each ->
        parts.put(each.substring(0, each.lastIndexOf('.')), files.text(each).orElseThrow()));
    return new TemplateSource(name, files.text(name + ".html").orElseThrow(), parts);
  }

  /**
   * Stores a draft with another text of a template, after it was drawn once.
   *
   * @throws DomainException as {@link #draw} and {@link Editing#save}
   */
  public ReleaseInfo save(Ground ground, String file, String text, String note, Actor actor) {
    draw(ground, file, text, "");
    return editing.save(ground, Map.of(file, text), note, actor);
  }
}
