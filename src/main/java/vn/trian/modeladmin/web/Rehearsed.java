package vn.trian.modeladmin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.trian.shared.Texts;
import vn.trian.workflow.rehearsal.Part;
import vn.trian.workflow.rehearsal.Rehearsal;
import vn.trian.workflow.rehearsal.Rehearsals;
import vn.trian.workflow.rehearsal.Rehearsals.Tally;
import vn.trian.workflow.rehearsal.Verdict;

/** What the page of a release says about its rehearsals. */
@Component("rehearsed")
class Rehearsed {

  private final Rehearsals rehearsals;
  private final MessageSource messages;

  Rehearsed(Rehearsals rehearsals, MessageSource messages) {
    this.rehearsals = rehearsals;
    this.messages = messages;
  }

  /**
   * A sentence about the rehearsals of a release, and how it is colored.
   *
   * @param warning asked of whoever approves the release all the same; null when nothing speaks against it
   */
  public record Note(String color, String text, String warning) {}

  /**
   * How a release stands: its last rehearsal that came to an end, unless a newer one is being held.
   *
   * @param open whether somebody has still to decide on it
   * @return null for a release that was decided on without any
   */
  public Note of(String releaseId, boolean open) {
    Sentence words = new Sentence(messages, LocaleContextHolder.getLocale());
    List<Rehearsal> all = rehearsals.of(releaseId);
    if (!all.isEmpty() && all.get(0).state().isOpen()) {
      return warned("ta-amber", words.of("rehearsal.approval.open"), words);
    }
    Optional<Rehearsal> done = rehearsals.lastDone(releaseId);
    if (done.isEmpty()) {
      return !open ? null : warned("ta-amber", words.of("rehearsal.approval.none"), words);
    }
    Map<Part, Tally> tallies = rehearsals.tallies(done.get().id());
    boolean bad = tallies.values().stream().anyMatch(each -> each.of(Verdict.BROKEN) > 0);
    List<String> parts = new ArrayList<>();
    tallies.forEach((part, tally) -> parts.add(words.of("rehearsal.approval.part", words.of("rehearsal.part." + part),
        tally(part, tally, words))));
    String text = words.of("rehearsal.approval." + (bad ? "bad" : "good"), Texts.datedMoment(done.get().endedAt()),
        parts.isEmpty() ? words.of("rehearsal.nothing") : String.join("; ", parts));
    if (!bad) {
      return new Note("ta-green", text, null);
    }
    return open ? warned("ta-red", words.of("rehearsal.approval.look", text), words) : new Note("ta-amber", text, null);
  }

  private static Note warned(String color, String text, Sentence words) {
    return new Note(color, text, words.of("rehearsal.approval.warning", text));
  }

  private static String tally(Part part, Tally tally, Sentence words) {
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      if (tally.of(verdict) > 0) {
        counts.add(words.of("rehearsal.tally", words.of("rehearsal.verdict." + part + "." + verdict),
            tally.of(verdict)));
      }
    }
    return String.join(", ", counts);
  }
}
