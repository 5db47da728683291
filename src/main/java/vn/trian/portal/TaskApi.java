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

/** What the frame form in Tasklist talks to: tasks and dossiers on the desk. */
@RestController
@RequestMapping("/api")
class TaskApi {

  private final FrameAssembler frames;
  private final Desk desk;
  private final Actors actors;

  TaskApi(FrameAssembler frames, Desk desk, Actors actors) {
    this.frames = frames;
    this.desk = desk;
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

  @PostMapping("/tasks/{id}/claim")
  void claim(@PathVariable String id) {
    desk.claim(id, actors.current());
  }

  @PostMapping("/tasks/{id}/unclaim")
  void unclaim(@PathVariable String id) {
    desk.unclaim(id, actors.current());
  }

  @PostMapping("/tasks/{id}/outcome")
  Done act(@PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestBody Act act) {
    return desk.act(id, act, key, actors.current());
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

  @PostMapping("/procedures/{key}/intake")
  Done receive(@PathVariable String key, @RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Act act) {
    return desk.receive(key, act, idempotency, actors.current());
  }

  @PostMapping("/cases/{code}/withdraw")
  Done withdraw(@PathVariable String code,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Map<String, String> body) {
    return desk.withdraw(code, body.get("reason"), idempotency, actors.current());
  }

  @PostMapping("/cases/{code}/extend")
  Done extend(@PathVariable String code, @RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Extension extension) {
    return desk.extend(code, extension.newDay(), extension.reason(), idempotency, actors.current());
  }

  /** A new day for the result. */
  record Extension(LocalDate newDay, String reason) {}

  /** Signs many files as one list with one letter. */
  @PostMapping("/lists")
  Done signList(@RequestHeader(name = "Idempotency-Key", required = false) String idempotency,
      @RequestBody Map<String, List<String>> body) {
    return desk.signList(body.get("taskIds"), idempotency, actors.current());
  }

  @PostMapping("/lists/{id}/claim")
  void claimList(@PathVariable String id) {
    desk.claimList(id, actors.current());
  }
}
