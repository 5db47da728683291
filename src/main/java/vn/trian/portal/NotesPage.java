package vn.trian.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;

/** Where somebody says on our pages that they have read a note. */
@Controller
class NotesPage {

  private final Desk desk;
  private final Actors actors;

  NotesPage(Desk desk, Actors actors) {
    this.desk = desk;
    this.actors = actors;
  }

  /**
   * Notes that the note was read.
   *
   * @param back {@code case} leads to the page of its case, anything else home
   */
  @PostMapping("/notes/{note}/read")
  String read(@PathVariable String note, @RequestParam String key, @RequestParam(defaultValue = "") String back,
      RedirectAttributes next) {
    String code = desk.readNote(note, key, actors.current());
    next.addFlashAttribute("noteRead", true);
    if (!"case".equals(back)) {
      return "redirect:/";
    }
    next.addAttribute("code", code);
    return "redirect:/cases/{code}";
  }
}
