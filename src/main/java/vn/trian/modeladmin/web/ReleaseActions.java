package vn.trian.modeladmin.web;

import static vn.trian.modeladmin.web.ModelsPage.PATH;
import static vn.trian.modeladmin.web.ModelsPage.RELEASE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;
import vn.trian.workflow.release.LooseFiles;
import vn.trian.workflow.release.ReleaseDesk;

/** What administrators do to releases: bring, take, approve, put aside, go back. */
@Controller
class ReleaseActions {

  /** Anything else is no procedure, and leads nowhere. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

  private final ReleaseDesk desk;
  private final LooseFiles loose;
  private final PageActions actions;
  private final MessageSource messages;

  ReleaseActions(ReleaseDesk desk, LooseFiles loose, PageActions actions, MessageSource messages) {
    this.desk = desk;
    this.loose = loose;
    this.actions = actions;
    this.messages = messages;
  }

  /** Checks what is uploaded, and stores it as a draft when nothing is wrong. */
  @PostMapping(PATH)
  String bring(@RequestParam(name = "file", required = false) List<MultipartFile> chosen,
      @RequestParam(defaultValue = "") String procedure, @RequestParam(defaultValue = "") String note,
      RedirectAttributes next, Locale locale) {
    Upload upload = new Upload(chosen);
    String back = KEY.matcher(procedure).matches() ? PATH + "/" + procedure : PATH;
    String to = done("models.brought", actor -> upload.isFolder(procedure)
        ? desk.bring(upload.files(), procedure, note, actor)
        : loose.bringInto(procedure, upload.files(), note, actor), back, next, locale);
    if (next.getFlashAttributes().containsKey("refusal")) {
      next.addFlashAttribute("note", note);
    }
    return to;
  }

  /** Makes a draft of the packaged version of a procedure. */
  @PostMapping(PATH + "/{key}/take")
  String take(@PathVariable String key, RedirectAttributes next, Locale locale) {
    return done("models.taken", actor -> desk.take(key, actor), PATH, next, locale);
  }

  /** Agrees to a draft. */
  @PostMapping(RELEASE + "{id}/approve")
  String approve(@PathVariable String id, @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String note, RedirectAttributes next, Locale locale) {
    return done("models.approved", actor -> desk.approve(id, day(on), note, actor), RELEASE + id, next, locale);
  }

  /** Puts a draft aside. */
  @PostMapping(RELEASE + "{id}/discard")
  String discard(@PathVariable String id, @RequestParam(defaultValue = "") String note, RedirectAttributes next,
      Locale locale) {
    return done("models.discarded", actor -> desk.discard(id, note, actor), RELEASE + id, next, locale);
  }

  /** Puts an earlier release to work again. */
  @PostMapping(RELEASE + "{id}/return")
  String goBack(@PathVariable String id, @RequestParam(defaultValue = "") String note, RedirectAttributes next,
      Locale locale) {
    return done("models.returned", actor -> desk.goBackTo(id, note, actor), RELEASE + id, next, locale);
  }

  /** Says what a release has become by it, and leads there. */
  private String done(String what, Function<Actor, ReleaseInfo> action, String back, RedirectAttributes next,
      Locale locale) {
    Sentence words = new Sentence(messages, locale);
    return actions.act(actor -> {
      ReleaseInfo release = action.apply(actor);
      return new PageActions.Done(RELEASE + release.id(), words.of(what + "." + release.state(),
          words.of(release.name()), release.version(), Texts.day(release.activateOn())));
    }, back, next, locale);
  }

  private static LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException unreadable) {
      throw new DomainException(DomainException.Kind.INVALID, "release-day-unreadable");
    }
  }
}
