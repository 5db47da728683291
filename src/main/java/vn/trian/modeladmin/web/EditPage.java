package vn.trian.modeladmin.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.modeladmin.edit.Editing;
import vn.trian.modeladmin.edit.Editing.Ground;
import vn.trian.modeladmin.edit.Editing.Typed;
import vn.trian.modeladmin.edit.Section;
import vn.trian.modeladmin.edit.Sheet;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Texts;

/** Where administrators change limits, papers, reasons and texts of a procedure without touching its files. */
@Controller
class EditPage {

  private static final String PATH = "/models/{key}/edit";
  /** Texts on a page. */
  private static final int MOST = 40;

  private final Editing editing;
  private final Actors actors;
  private final MessageSource messages;

  EditPage(Editing editing, Actors actors, MessageSource messages) {
    this.editing = editing;
    this.actors = actors;
    this.messages = messages;
  }

  /** The first of the pages. */
  @GetMapping(PATH)
  String first(@PathVariable String key) {
    editing.ground(key, actors.current());
    return "redirect:/models/" + key + "/edit/" + id(Section.LIMITS);
  }

  /** A section as it is. */
  @GetMapping(PATH + "/{section}")
  String section(@PathVariable String key, @PathVariable String section,
      @RequestParam(defaultValue = ProcedureReader.PROCEDURE) String file, @RequestParam(defaultValue = "1") int page,
      Model model, Locale locale) {
    Ground ground = editing.ground(key, actors.current());
    Section part = section(section);
    Typed typed = editing.typed(ground, sheets(ground, part, file, page, model, locale), Map.of());
    return page(ground, part, typed, noted(ground), model, locale);
  }

  /** Texts are many: those of one file, so many at a time. */
  private List<Sheet> sheets(Ground ground, Section part, String file, int page, Model model, Locale locale) {
    List<Sheet> all = editing.sheets(ground, part, file);
    if (part != Section.TEXTS) {
      return all;
    }
    int rows = all.stream().mapToInt(each -> each.rows().size()).sum();
    int pages = Math.max(1, (rows + MOST - 1) / MOST);
    int at = Math.min(pages, Math.max(1, page));
    model.addAttribute("file", file);
    model.addAttribute("schema", file.endsWith(".form") ? ground.files().text(file).orElse(null) : null);
    model.addAttribute("files", editing.textFiles(ground).entrySet().stream().map(each -> new Choice(each.getKey(),
        each.getValue().isEmpty() ? each.getKey() : each.getKey() + " – " + each.getValue().stream()
            .map(step -> step.in(locale.getLanguage())).collect(Collectors.joining("; ")))).toList());
    model.addAttribute("page", at);
    model.addAttribute("pages", pages);
    return Editing.part(all, (at - 1) * MOST, MOST);
  }

  /**
   * Stores what was typed as a draft; or gives one more row, with all that was typed.
   *
   * @param stamp what the page was made from
   * @param add   sheet that gets an empty row
   * @param copy  row, with its sheet, that goes on with other values from a day
   * @param show  not empty: only shows the form as it would look
   */
  @PostMapping(PATH + "/{section}")
  String save(@PathVariable String key, @PathVariable String section, @RequestParam Map<String, String> inputs,
      @RequestParam(defaultValue = "") String stamp, @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String add, @RequestParam(defaultValue = "") String copy,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = ProcedureReader.PROCEDURE) String file, @RequestParam(defaultValue = "1") int page,
      Model model, RedirectAttributes next, Locale locale) {
    Actor actor = actors.current();
    Ground ground = editing.ground(key, actor);
    Section part = section(section);
    Typed typed = editing.typed(ground, sheets(ground, part, file, page, model, locale), inputs);
    if (!add.isEmpty() || !copy.isEmpty()) {
      int slash = copy.lastIndexOf('/');
      typed = slash < 0 ? editing.more(typed, add, null)
          : editing.more(typed, copy.substring(0, slash), copy.substring(slash + 1));
      model.addAttribute("added", true);
    } else if (!show.isEmpty()) {
      typed = shown(ground, typed, file, model, locale);
    } else if (!stamp.equals(ground.stamp())) {
      model.addAttribute("moved", ground.base().version());
    } else if (typed.isRight()) {
      try {
        ReleaseInfo draft = editing.save(ground, typed, note, actor);
        next.addFlashAttribute("done", words(locale).of("models.brought." + draft.state(), draft.name(),
            draft.version(), ""));
        return "redirect:/models/releases/" + draft.id();
      } catch (DomainException refusal) {
        typed = refused(refusal, typed, model, locale);
      }
    }
    return page(ground, part, typed, note, model, locale);
  }

  /** A form with what was typed, once the gate has nothing against it. */
  private Typed shown(Ground ground, Typed typed, String file, Model model, Locale locale) {
    if (!typed.isRight()) {
      return typed;
    }
    try {
      model.addAttribute("schema", editing.checked(ground, typed).text(file).orElse(null));
      model.addAttribute("shown", true);
      return typed;
    } catch (DomainException refusal) {
      return refused(refusal, typed, model, locale);
    }
  }

  private Typed refused(DomainException refusal, Typed typed, Model model, Locale locale) {
    if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) {
      throw refusal;
    }
    if (refusal.problems().isEmpty()) {
      model.addAttribute("refusal", words(locale).of(refusal));
    }
    return editing.placed(typed, refusal.problems());
  }

  private String page(Ground ground, Section part, Typed typed, String note, Model model, Locale locale) {
    Sentence words = words(locale);
    head(ground, id(part), note, model, locale);
    List<SheetView> sheets = SheetView.of(typed, words);
    model.addAttribute("sheets", sheets);
    if (!typed.isRight()) {
      model.addAttribute("jumps", SheetView.jumps(sheets));
      model.addAttribute("wrong", typed.others().size()
          + typed.atInputs().values().stream().mapToInt(List::size).sum());
      model.addAttribute("faults", words.of(typed.others()));
    }
    return "models/edit";
  }

  /** What an own draft said so far of what it changes. */
  static String noted(Ground ground) {
    return ground.isDraft() ? Objects.requireNonNullElse(ground.base().note(), "") : "";
  }

  /** What all pages say of the release that they change. */
  static void head(Ground ground, String section, String note, Model model, Locale locale) {
    model.addAttribute("key", ground.base().procedureKey());
    model.addAttribute("name", ground.base().name().in(locale.getLanguage()));
    model.addAttribute("section", section);
    model.addAttribute("base", ground.base());
    model.addAttribute("atWork", ground.atWork());
    model.addAttribute("draft", ground.isDraft());
    model.addAttribute("stale", ground.stale());
    model.addAttribute("next", ground.next() == null ? null : ground.next().version());
    model.addAttribute("nextOn", ground.next() == null ? "" : Texts.day(ground.next().activateOn()));
    model.addAttribute("stamp", ground.stamp());
    model.addAttribute("note", note);
  }

  private static String id(Section section) {
    return section.name().toLowerCase(Locale.ROOT);
  }

  private static Section section(String id) {
    for (Section each : Section.values()) {
      if (id(each).equals(id)) {
        return each;
      }
    }
    throw new DomainException(Kind.NOT_FOUND, "release-unknown");
  }

  private Sentence words(Locale locale) {
    return new Sentence(messages, locale);
  }
}
