package vn.trian.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.trian.security.Actors;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.Hold;
import vn.trian.workflow.NewNote;
import vn.trian.workflow.NewPromise;
import vn.trian.workflow.Precheck;

/** What the frame form in Tasklist talks to: tasks and dossiers on the desk. */
@RestController
@RequestMapping("/api")
class TaskApi {

  private final FrameAssembler frames;
  private final Desk desk;
  private final Precheck precheck;
  private final Sentences sentences;
  private final Actors actors;

  TaskApi(FrameAssembler frames, Desk desk, Precheck precheck, Sentences sentences, Actors actors) {
    this.frames = frames;
    this.desk = desk;
    this.precheck = precheck;
    this.sentences = sentences;
    this.actors = actors;
  }

  @GetMapping("/tasks/{id}/frame")
  Map<String, Object> frame(@PathVariable String id, Locale locale) {
    return frames.task(id, actors.current(), locale.getLanguage());
  }

  /** Eligibility and calculation for answers as typed so far; changes nothing. */
  @PostMapping("/tasks/{id}/assess")
  Map<String, Object> assess(@PathVariable String id, @RequestBody Map<String, Object> data, Locale locale) {
    return frames.assess(id, data, actors.current(), locale.getLanguage());
  }

  /** What the server would find wrong with answers as typed so far; changes nothing. */
  @PostMapping("/tasks/{id}/problems")
  Map<String, Object> problems(@PathVariable String id, @RequestBody Act act, Locale locale) {
    return Map.of("problems", sentences.of(precheck.task(id, act, actors.current()), locale));
  }

  @PostMapping("/tasks/{id}/claim")
  void claim(@PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    desk.claim(id, key, actors.current());
  }

  @PostMapping("/tasks/{id}/unclaim")
  void unclaim(@PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    desk.unclaim(id, key, actors.current());
  }

  /** Hands the task to a colleague. */
  @PostMapping("/tasks/{id}/assignee")
  Answer reassign(@PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestBody HandOn wanted, Locale locale) {
    return answer(desk.reassign(id, wanted, key, actors.current()), locale);
  }

  @PostMapping("/tasks/{id}/outcome")
  Answer act(@PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestBody Act act, Locale locale) {
    return answer(desk.act(id, act, key, actors.current()), locale);
  }

  @GetMapping("/procedures/{key}/intake")
  Map<String, Object> intake(@PathVariable String key, Locale locale) {
    return frames.intake(key, actors.current(), locale.getLanguage());
  }

  /** The checklist of papers for an application as typed so far; changes nothing. */
  @PostMapping("/procedures/{key}/papers")
  @SuppressWarnings("unchecked")
  Map<String, Object> papers(@PathVariable String key, @RequestBody Map<String, Object> body, Locale locale) {
    Map<String, Object> data = body.get("data") instanceof Map<?, ?> given ? (Map<String, Object>) given : Map.of();
    return Map.of("papers", frames.papersFor(key, data, actors.current(), locale.getLanguage()));
  }

  /** What the server would find wrong with a dossier as typed so far; changes nothing. */
  @PostMapping("/procedures/{key}/problems")
  Map<String, Object> dossierProblems(@PathVariable String key, @RequestBody Act act, Locale locale) {
    return Map.of("problems", sentences.of(precheck.dossier(key, act, actors.current()), locale));
  }

  @PostMapping("/procedures/{key}/intake")
  Answer receive(@PathVariable String key,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Act act, Locale locale) {
    return answer(desk.receive(key, act, idempotency, actors.current()), locale);
  }

  @PostMapping("/cases/{code}/withdraw")
  Answer withdraw(@PathVariable String code,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Map<String, String> body, Locale locale) {
    return answer(desk.withdraw(code, body.get("reason"), idempotency, actors.current()), locale);
  }

  @PostMapping("/cases/{code}/extend")
  Answer extend(@PathVariable String code,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Extension extension, Locale locale) {
    return answer(desk.extend(code, extension.promise(), idempotency, actors.current()), locale);
  }

  /** A new day for the result, and why: a reason from the procedure's list, words, or both. */
  record Extension(LocalDate newDay, String reasonCode, String reason) {

    NewPromise promise() {
      return new NewPromise(newDay, reasonCode, reason);
    }
  }

  /** What the apology that waits for the head should say. */
  @PostMapping("/cases/{code}/apology")
  Answer propose(@PathVariable String code,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Extension proposal, Locale locale) {
    return answer(desk.proposeApology(code, proposal.promise(), idempotency, actors.current()), locale);
  }

  @PostMapping("/cases/{code}/apology/discard")
  Answer discard(@PathVariable String code,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Map<String, String> body, Locale locale) {
    return answer(desk.discardApology(code, body.get("reason"), idempotency, actors.current()), locale);
  }

  /** A head holds the case back for a while. */
  @PostMapping("/cases/{code}/hold")
  Answer hold(@PathVariable String code,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency, @RequestBody Hold wanted,
      Locale locale) {
    return answer(desk.hold(code, wanted, idempotency, actors.current()), locale);
  }

  /** A head lets a case go on that was held back. */
  @PostMapping("/cases/{code}/resume")
  Answer resume(@PathVariable String code,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency, @RequestBody Hold wanted,
      Locale locale) {
    return answer(desk.resume(code, wanted, idempotency, actors.current()), locale);
  }

  /** A supervisor writes a note on the case. */
  @PostMapping("/cases/{code}/notes")
  Answer note(@PathVariable String code,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency, @RequestBody NewNote wanted,
      Locale locale) {
    return answer(desk.note(code, wanted, idempotency, actors.current()), locale);
  }

  /** Whom a note is for has read it. */
  @PostMapping("/notes/{note}/read")
  void readNote(@PathVariable String note,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency) {
    desk.readNote(note, idempotency, actors.current());
  }

  /** Signs many files as one list with one letter. */
  @PostMapping("/lists")
  Answer signList(@RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Map<String, List<String>> body, Locale locale) {
    return answer(desk.signList(body.get("taskIds"), idempotency, actors.current()), locale);
  }

  @PostMapping("/lists/{id}/claim")
  void claimList(@PathVariable String id,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency) {
    desk.claimList(id, idempotency, actors.current());
  }

  private Answer answer(Done done, Locale locale) {
    return new Answer(done.caseCode(), sentences.of(done, locale), done.nextTask(), done.documents());
  }

  /** What an action did, in the reader's language. */
  record Answer(String caseCode, String message, String nextTask, List<Done.Link> documents) {}
}
