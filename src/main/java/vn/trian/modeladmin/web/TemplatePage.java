package vn.trian.modeladmin.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.document.TemplatePreviews.Drawn;
import vn.trian.modeladmin.edit.Editing;
import vn.trian.modeladmin.edit.Editing.Ground;
import vn.trian.modeladmin.edit.TemplateEditing;
import vn.trian.modeladmin.edit.TemplateEditing.Template;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.FieldProblem;

/** Where administrators change what is printed, and see how it looks. */
@Controller
class TemplatePage {

  private static final String PATH = "/models/{key}/edit/templates";
  private static final String PART = "templates";

  private final Editing editing;
  private final TemplateEditing templates;
  private final Actors actors;
  private final MessageSource messages;

  TemplatePage(Editing editing, TemplateEditing templates, Actors actors, MessageSource messages) {
    this.editing = editing;
    this.templates = templates;
    this.actors = actors;
    this.messages = messages;
  }

  /** A template in the list. */
  record Line(String file, List<String> documents, boolean shared, boolean changed) {}

  /** A value that a template may print. */
  record TagLine(String tag, String meaning) {}

  /** All templates. */
  @GetMapping(PATH)
  String list(@PathVariable String key, Model model, Locale locale) {
    Ground ground = editing.ground(key, actors.current());
    EditPage.head(ground, PART, "", model, locale);
    model.addAttribute("lines", templates.templates(ground).stream().map(each -> line(each, locale)).toList());
    return "models/templates";
  }

  /** One template with its text. */
  @GetMapping(PATH + "/{file}")
  String template(@PathVariable String key, @PathVariable String file, Model model, Locale locale) {
    Ground ground = editing.ground(key, actors.current());
    return page(ground, file, templates.template(ground, file), ground.files().text(file).orElseThrow(),
        EditPage.noted(ground), "", model,
        locale);
  }

  /**
   * Stores a draft with another text, or shows how it looks.
   *
   * @param show   not empty: only shows it
   * @param sample invented case to look at it with
   */
  @PostMapping(PATH + "/{file}")
  String save(@PathVariable String key, @PathVariable String file, @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String stamp, @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "") String sample, Model model,
      RedirectAttributes next, Locale locale) {
    Actor actor = actors.current();
    Ground ground = editing.ground(key, actor);
    Template template = templates.template(ground, file);
    String typed = asWritten(text, ground, file);
    try {
      if (!show.isEmpty()) {
        drawn(templates.draw(ground, file, typed, sample), model);
      } else if (!stamp.equals(ground.stamp())) {
        model.addAttribute("moved", ground.base().version());
      } else {
        ReleaseInfo draft = templates.save(ground, file, typed, note, actor);
        next.addFlashAttribute("done", words(locale).of("models.brought." + draft.state(), draft.name(),
            draft.version(), ""));
        return "redirect:/models/releases/" + draft.id();
      }
    } catch (DomainException refusal) {
      refused(refusal, file, model, locale);
    }
    return page(ground, file, template, typed, note, sample, model, locale);
  }

  /** The document as PDF; nothing of it is kept. */
  @PostMapping(PATH + "/{file}/preview.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String key, @PathVariable String file,
      @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String sample) {
    Ground ground = editing.ground(key, actors.current());
    byte[] pdf = templates.draw(ground, file, asWritten(text, ground, file), sample)
        .orElseThrow(() -> new DomainException(Kind.INVALID, "edits-not-printed")).pdf();
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("preview.pdf").build().toString())
        .body(pdf);
  }

  /** Browsers send other line ends than the file has. */
  private static String asWritten(String text, Ground ground, String file) {
    String plain = text.replace("\r\n", "\n");
    return ground.files().text(file).orElse("").contains("\r\n") ? plain.replace("\n", "\r\n") : plain;
  }

  private static void drawn(Optional<Drawn> drawn, Model model) {
    model.addAttribute("shown", true);
    drawn.ifPresent(each -> {
      model.addAttribute("pages", each.pages().stream()
          .map(page -> "data:image/png;base64," + Base64.getEncoder().encodeToString(page)).toList());
      model.addAttribute("unknown", each.unknown());
    });
  }

  private void refused(DomainException refusal, String file, Model model, Locale locale) {
    if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) {
      throw refusal;
    }
    Sentence words = words(locale);
    List<FieldProblem> here = refusal.problems().stream()
        .filter(each -> each.field().equals(file) || each.field().startsWith(file + "#")).toList();
    if (refusal.problems().isEmpty()) {
      model.addAttribute("refusal", words.of(refusal));
    } else {
      model.addAttribute("wrong", refusal.problems().size());
    }
    model.addAttribute("here", words.of(here));
    model.addAttribute("faults", words.of(refusal.problems().stream().filter(each -> !here.contains(each)).toList()));
  }

  private String page(Ground ground, String file, Template template, String text, String note, String sample,
      Model model, Locale locale) {
    EditPage.head(ground, PART, note, model, locale);
    model.addAttribute("template", line(template, locale));
    model.addAttribute("text", text);
    String active = ground.active().text(file).orElse(null);
    model.addAttribute("active", text.equals(active) ? null : active);
    model.addAttribute("samples", templates.samples(ground).stream()
        .map(each -> new Choice(each.id(), each.name().in(locale.getLanguage()))).toList());
    model.addAttribute("sample", sample);
    model.addAttribute("tags", tags(ground, locale));
    return "models/template";
  }

  private Map<String, List<TagLine>> tags(Ground ground, Locale locale) {
    Sentence words = words(locale);
    Map<String, List<TagLine>> tags = new LinkedHashMap<>();
    List<TagLine> general = new ArrayList<>();
    for (String tag : words.of("edits.tags").split("\\s+")) {
      general.add(new TagLine(written(tag), words.of("edits.tag." + tag.replaceAll("[^A-Za-z.]", ""))));
    }
    tags.put(words.of("edits.tags.general"), general);
    tags.put(words.of("edits.tags.parts"), Arrays.stream(words.of("edits.parts").split("\\s+"))
        .map(each -> new TagLine("{{> " + each + "}}", words.of("edits.part." + each))).toList());
    templates.tags(ground).forEach((form, fields) -> tags.merge(form.in(locale.getLanguage()), fields.stream()
        .map(each -> new TagLine(each.tag(), each.meaning().in(locale.getLanguage()))).toList(),
        (one, other) -> one));
    return tags;
  }

  /** {@code papers[]} is a list, {@code draft?} a question, anything else a value. */
  private static String written(String tag) {
    String name = tag.replaceAll("\\W+$", "");
    return tag.equals(name) ? "{{" + name + "}}" : "{{#" + name + "}} … {{/" + name + "}}";
  }

  private static Line line(Template template, Locale locale) {
    return new Line(template.file(), template.documents().stream().map(each -> each.in(locale.getLanguage())).toList(),
        template.shared(), template.changed());
  }

  private Sentence words(Locale locale) {
    return new Sentence(messages, locale);
  }
}
