package vn.trian.modeladmin.web;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.workflow.release.ReleaseDesk;

/** Does what an administrator asked for on a page, and has the page that follows tell what came of it. */
@Component
class PageActions {

  private final Actors actors;
  private final MessageSource messages;

  PageActions(Actors actors, MessageSource messages) {
    this.actors = actors;
    this.messages = messages;
  }

  /**
   * What came of an action.
   *
   * @param url  of the page that follows
   * @param said what that page tells; null for nothing
   */
  record Done(String url, String said) {}

  /**
   * Does something as whoever is logged in. What they may not do or know of is answered as anywhere else; any other
   * refusal is told on the page that they come back to.
   *
   * @param back address of that page
   * @return the view that leads there or on
   */
  String act(Function<Actor, Done> action, String back, RedirectAttributes next, Locale locale) {
    Actor actor = actors.current();
    ReleaseDesk.require(actor);
    try {
      Done done = action.apply(actor);
      if (done.said() != null) {
        next.addFlashAttribute("done", done.said());
      }
      return "redirect:" + done.url();
    } catch (DomainException refusal) {
      if (refusal.kind() == DomainException.Kind.NOT_FOUND) {
        throw refusal;
      }
      Sentence words = new Sentence(messages, locale);
      next.addFlashAttribute("refusal", words.of(refusal));
      next.addFlashAttribute("faults", new ArrayList<>(words.of(refusal.problems())));
      return "redirect:" + back;
    }
  }
}
