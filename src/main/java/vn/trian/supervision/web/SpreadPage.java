package vn.trian.supervision.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.deadline.TimeLeft;
import vn.trian.organization.Officer;
import vn.trian.organization.Substitution;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;
import vn.trian.supervision.FairShare.Move;
import vn.trian.supervision.FairShare.Why;
import vn.trian.supervision.Supervisors;
import vn.trian.supervision.WorkSpreading;
import vn.trian.supervision.WorkSpreading.Board;
import vn.trian.supervision.WorkSpreading.Line;
import vn.trian.supervision.WorkSpreading.Person;
import vn.trian.supervision.web.FilterForm.Choice;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.WorkItem;

/** The open tasks of the own office, spread over its officers: a suggestion that the head changes and accepts. */
@Controller
class SpreadPage {

  private final WorkSpreading spreading;
  private final Desk desk;
  private final NameBook names;
  private final Actors actors;
  private final MessageSource messages;

  SpreadPage(WorkSpreading spreading, Desk desk, NameBook names, Actors actors, MessageSource messages) {
    this.spreading = spreading;
    this.desk = desk;
    this.names = names;
    this.actors = actors;
    this.messages = messages;
  }

  /** Somebody with what they have to do; {@code absence} is null when they are there. */
  record PersonRow(String name, String title, String absence, long open, long soon, long late) {}

  /**
   * An open task.
   *
   * @param holder  login; null while nobody has it
   * @param led     whether the one who looks may hand it on
   * @param choices who may have it, the queue among them; empty when there is nobody, or for who may not hand it on
   * @param chosen  login of who is suggested; empty = leave it
   */
  record TaskRow(String task, String code, String owner, String name, TimeLeft left, String dueOn, String holder,
      String holderName, boolean led, List<Choice> choices, String chosen, String why) {}

  /** What became of one line. */
  record Outcome(String code, boolean done, String said) implements Serializable {}

  /** The accepted lines; {@code key} makes a repeat act once. */
  record Accepted(String key, List<Wish> lines) {}

  /**
   * One line.
   *
   * @param expected login of who had the task when the page was made, empty for nobody
   * @param to       login of who is to have it, {@link HandOn#QUEUE}, or empty = leave it
   */
  record Wish(String task, String code, String expected, String to, String why) {}

  @GetMapping(Address.SPREAD)
  String show(@RequestParam(defaultValue = "false") boolean balance, Model model, Locale locale) {
    Actor actor = actors.current();
    Board board = spreading.board(actor, balance);
    Names book = names.in(locale);
    Words words = new Words(messages, locale);
    Map<String, String> absences = board.people().stream().filter(person -> person.absence() != null)
        .collect(Collectors.toMap(person -> person.officer().login(), person -> absence(person.absence(), words)));
    List<TaskRow> tasks = board.lines().stream().map(line -> task(line, absences, book, words)).toList();
    model.addAttribute("balance", balance);
    model.addAttribute("people", board.people().stream().map(person -> person(person, absences)).toList());
    model.addAttribute("tasks", tasks);
    model.addAttribute("hidden", board.total() - tasks.size());
    model.addAttribute("total", board.total());
    model.addAttribute("suggested", tasks.stream().filter(each -> !each.chosen().isEmpty()).count());
    model.addAttribute("mayAct", tasks.stream().anyMatch(each -> !each.choices().isEmpty()));
    model.addAttribute("key", UUID.randomUUID().toString());
    return "supervision/spread";
  }

  /** Hands the tasks on one by one; what cannot be done is said and stops nothing. */
  @PostMapping(Address.SPREAD)
  String accept(Accepted accepted, RedirectAttributes next, Locale locale) {
    Actor actor = actors.current();
    Supervisors.require(actor);
    Words words = new Words(messages, locale);
    List<Outcome> outcomes = new ArrayList<>();
    for (Wish wish : accepted.lines() == null ? List.<Wish>of() : accepted.lines()) {
      if (wish.task() != null && wish.to() != null && !wish.to().isBlank()) {
        outcomes.add(act(wish, accepted.key(), actor, words));
      }
    }
    next.addFlashAttribute("outcomes", outcomes);
    return "redirect:" + Address.SPREAD;
  }

  private Outcome act(Wish wish, String key, Actor actor, Words words) {
    HandOn wanted = new HandOn(wish.to(), wish.expected(), wish.why());
    try {
      Done done = desk.reassign(wish.task(), wanted, key + "-" + wish.task(), actor);
      return new Outcome(done.caseCode(), true, words.done(done));
    } catch (DomainException refusal) {
      return new Outcome(wish.code(), false, words.refusal(refusal));
    }
  }

  private static PersonRow person(Person person, Map<String, String> absences) {
    Officer officer = person.officer();
    return new PersonRow(officer.fullName(), officer.title(), absences.get(officer.login()), person.load().open(),
        person.load().soon(), person.load().late());
  }

  private static TaskRow task(Line line, Map<String, String> absences, Names names, Words words) {
    WorkItem item = line.item();
    Move move = line.suggested();
    return new TaskRow(item.taskId(), item.caseCode(), item.ownerName(), names.task(item), line.left(),
        Texts.day(item.dueOn()), item.assignee(), item.assignee() == null ? null : names.officer(item.assignee()),
        line.led(), line.led() ? choices(line, absences, words) : List.of(), move == null ? "" : move.to(),
        why(move, item, absences, names, words));
  }

  private static List<Choice> choices(Line line, Map<String, String> absences, Words words) {
    String holder = line.item().assignee();
    List<Choice> choices = new ArrayList<>();
    line.able().stream().filter(each -> !each.login().equals(holder)).forEach(each -> choices.add(
        new Choice(each.login(), absences.containsKey(each.login()) ? words.of("spread.away", each.fullName())
            : each.fullName())));
    if (holder != null) {
      choices.add(new Choice(HandOn.QUEUE, words.of("spread.queue")));
    }
    return choices;
  }

  private static String why(Move move, WorkItem item, Map<String, String> absences, Names names, Words words) {
    if (move == null) {
      return words.of("spread.why.head");
    }
    if (move.why() != Why.HOLDER_IS_AWAY) {
      return words.of("spread.why." + move.why());
    }
    String holder = names.officer(item.assignee());
    return absences.containsKey(item.assignee())
        ? words.of("spread.why.away", holder, absences.get(item.assignee()))
        : words.of("spread.why.gone", holder);
  }

  private static String absence(Substitution absence, Words words) {
    return words.of("spread.until", Texts.day(absence.lastDay()));
  }
}
