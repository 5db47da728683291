package vn.trian.portal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.benefit.CaseDocuments;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.organization.Substitutions;
import vn.trian.procedure.Procedure;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.workflow.Apologies;
import vn.trian.workflow.CaseDiagrams;
import vn.trian.workflow.Desk;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.Hold;
import vn.trian.workflow.NewNote;
import vn.trian.workflow.NewPromise;

/** One case with everything known of it, for whoever has it in reach. */
@Controller
@RequestMapping("/cases/{code}")
class CasePage {

  private static final String CONTROL_SLIP = "controlSlip";

  private final CaseFiles cases;
  private final CaseReading reading;
  private final CaseParts parts;
  private final PaperRows papers;
  private final Remarks remarks;
  private final CaseDocuments documents;
  private final CaseDiagrams diagrams;
  private final ApologyParts apologies;
  private final Apologies letters;
  private final Desk desk;
  private final Actors actors;
  private final Substitutions substitutions;
  private final Sentences sentences;

  CasePage(CaseFiles cases, CaseReading reading, CaseParts parts, PaperRows papers, Remarks remarks,
      CaseDocuments documents, CaseDiagrams diagrams, ApologyParts apologies, Apologies letters, Desk desk,
      Actors actors, Substitutions substitutions, Sentences sentences) {
    this.cases = cases;
    this.reading = reading;
    this.parts = parts;
    this.papers = papers;
    this.remarks = remarks;
    this.documents = documents;
    this.diagrams = diagrams;
    this.apologies = apologies;
    this.letters = letters;
    this.desk = desk;
    this.actors = actors;
    this.substitutions = substitutions;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String code, Model model, Locale locale) {
    Actor actor = actors.current();
    CaseFile file = cases.visible(code, actor);
    String language = locale.getLanguage();
    Procedure procedure = reading.procedureOf(file);
    model.addAttribute("head", reading.head(file, language));
    model.addAttribute("holders", reading.holders(file, actor, language));
    model.addAttribute("groups", reading.application(file, language));
    model.addAttribute("papers", papers.of(file, procedure, language));
    model.addAttribute("documents", parts.documents(code, procedure, language));
    model.addAttribute("statements", parts.statements(file, procedure, language));
    model.addAttribute("timeline", parts.timeline(code, language));
    model.addAttribute("slips", reading.controlSlip(file, language));
    model.addAttribute("ledger", parts.ledger(file, language));
    model.addAttribute("calculation", reading.calculation(file, language));
    model.addAttribute("grants", reading.grants(file));
    model.addAttribute("payments", reading.payments(file));
    model.addAttribute("pictures", reading.pictures(file));
    model.addAttribute("receiptUrl", reading.receiptUrl(file));
    model.addAttribute("mayWithdraw", desk.mayWithdraw(file, actor));
    apologies.fill(model, file, actor, language);
    model.addAttribute("queue", HandOn.QUEUE);
    model.addAttribute("hold", remarks.current(file));
    model.addAttribute("holds", remarks.holds(file));
    model.addAttribute("mayHold", desk.mayHold(file, actor));
    model.addAttribute("mayResume", desk.mayResume(file, actor));
    model.addAttribute("step", file.step());
    model.addAttribute("notes", remarks.notes(file, actor));
    model.addAttribute("mayNote", actor.supervises());
    model.addAttribute("away", substitutions.away());
    model.addAttribute("addressees", desk.addressees(code, actor));
    model.addAttribute("mayNoteOffice", desk.mayNoteOffice(file, actor));
    model.addAttribute("key", UUID.randomUUID().toString());
    return "portal/case";
  }

  /** The applicant takes the file back. Whatever comes of it is said on the page of the case. */
  @PostMapping("/withdraw")
  String withdraw(@PathVariable String code, @RequestParam(defaultValue = "") String reason, @RequestParam String key,
      RedirectAttributes next, Locale locale) {
    return done("withdrawn", code, actor -> desk.withdraw(code, reason, key, actor), next, locale);
  }

  /** The head of the office that holds the case apologizes and names a new day. */
  @PostMapping("/extend")
  String extend(@PathVariable String code, Wanted wanted, @RequestParam String key, RedirectAttributes next,
      Locale locale) {
    return done("extended", code, actor -> desk.extend(code, wanted.promise(), key, actor), next, locale);
  }

  /** What the fields of an apology say. */
  record Wanted(@DateTimeFormat(pattern = "dd/MM/yyyy") LocalDate newDay, String reasonCode, String reason) {

    NewPromise promise() {
      return new NewPromise(newDay, reasonCode, reason);
    }
  }

  /** An officer of the case says what the apology that waits should say. */
  @PostMapping("/apology")
  String propose(@PathVariable String code, Wanted wanted, @RequestParam String key, RedirectAttributes next,
      Locale locale) {
    return done("apologyProposed", code, actor -> desk.proposeApology(code, wanted.promise(), key, actor), next,
        locale);
  }

  /** The head takes the apology that waits away. */
  @PostMapping("/apology/discard")
  String discard(@PathVariable String code, @RequestParam(defaultValue = "") String why, @RequestParam String key,
      RedirectAttributes next, Locale locale) {
    return done("apologyDiscarded", code, actor -> desk.discardApology(code, why, key, actor), next, locale);
  }

  /** The letter as it would read with what the fields say; nothing is kept and no number given. */
  @PostMapping("/apology.pdf")
  ResponseEntity<byte[]> apology(@PathVariable String code, Wanted wanted) {
    Actor actor = actors.current();
    CaseFile file = cases.visible(code, actor);
    return pdf("xin-loi-ban-nhap-" + file.code(), letters.preview(file, wanted.promise(), actor));
  }

  /** A head holds the case back for a while. */
  @PostMapping("/hold")
  String hold(@PathVariable String code, @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String step, @RequestParam String key, RedirectAttributes next, Locale locale) {
    return done("heldBack", code, actor -> desk.hold(code, new Hold(reason, step), key, actor), next, locale);
  }

  /** A head lets a case go on that was held back. */
  @PostMapping("/resume")
  String resume(@PathVariable String code, @RequestParam(defaultValue = "") String reason, @RequestParam String key,
      RedirectAttributes next, Locale locale) {
    return done("goesOn", code, actor -> desk.resume(code, new Hold(reason, null), key, actor), next, locale);
  }

  /** A supervisor writes a note to who works on the case, or to its office. */
  @PostMapping("/notes")
  String note(@PathVariable String code, @RequestParam(defaultValue = "") String addressee,
      @RequestParam(defaultValue = "") String words, @RequestParam String key, RedirectAttributes next,
      Locale locale) {
    return done("noted", code, actor -> desk.note(code, new NewNote(addressee, words), key, actor), next, locale);
  }

  /** Whoever has a task, or the head of the office, hands it to a colleague or puts it back into the queue. */
  @PostMapping("/tasks/{task}/assignee")
  String reassign(@PathVariable String code, @PathVariable String task,
      @RequestParam(defaultValue = "") String assignee, @RequestParam(defaultValue = "") String expected,
      @RequestParam(defaultValue = "") String reason, @RequestParam String key, RedirectAttributes next,
      Locale locale) {
    HandOn wanted = new HandOn(assignee, expected, reason);
    String what = HandOn.QUEUE.equals(assignee) ? "takenBack" : "reassigned";
    return done(what, code, actor -> desk.reassign(task, wanted, key, actor), next, locale);
  }

  private String done(String what, String code, Consumer<Actor> action, RedirectAttributes next, Locale locale) {
    Actor actor = actors.current();
    cases.visible(code, actor);
    try {
      action.accept(actor);
      next.addFlashAttribute(what, true);
    } catch (DomainException refusal) {
      next.addFlashAttribute("refusal",
          sentences.of(refusal.code(), Arrays.asList(refusal.arguments()), locale));
    }
    next.addAttribute("code", code);
    return "redirect:/cases/{code}";
  }

  /** The control slip as it reads now; nothing is kept and no number given. */
  @GetMapping("/control-slip.pdf")
  ResponseEntity<byte[]> controlSlip(@PathVariable String code) {
    Actor actor = actors.current();
    CaseFile file = cases.visible(code, actor);
    return pdf("phieu-kiem-soat-" + file.code(), documents.preview(file, CONTROL_SLIP, actor));
  }

  private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name + ".pdf").build().toString())
        .body(content);
  }

  /** Model of one of the case's processes. */
  @GetMapping(path = "/diagram.xml", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] diagram(@PathVariable String code, @RequestParam String process) {
    cases.visible(code, actors.current());
    return diagrams.xml(code, process);
  }

  /** Where the case is in one of its processes: {@code active} and {@code done} element ids. */
  @GetMapping(path = "/diagram-state", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Map<String, Object> diagramState(@PathVariable String code, @RequestParam String process) {
    cases.visible(code, actors.current());
    CaseDiagrams.State state = diagrams.state(code, process);
    return Map.of("active", state.active(), "done", state.done());
  }
}
