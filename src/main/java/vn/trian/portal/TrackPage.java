package vn.trian.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.shared.Texts;

/**
 * Where a case is, for the citizen who holds the receipt; no login. Whoever looks over a shoulder learns no name,
 * number or paper, and whoever guesses learns not even whether a code exists.
 */
@Controller
class TrackPage {

  private final CaseFiles cases;
  private final Procedures procedures;
  private final Stages stages;
  private final CaseParts parts;
  private final ApologyParts apologies;
  private final Clock clock;

  TrackPage(CaseFiles cases, Procedures procedures, Stages stages, CaseParts parts, ApologyParts apologies,
      Clock clock) {
    this.cases = cases;
    this.procedures = procedures;
    this.stages = stages;
    this.parts = parts;
    this.apologies = apologies;
    this.clock = clock;
  }

  /**
   * What the citizen reads.
   *
   * @param state     name of the state, for {@code track.state.} and {@code track.todo.}
   * @param desk      office that took the dossier in, where papers go and results come from
   * @param overdue   whether the promised day is over
   * @param dueOn     dd/MM/yyyy; empty when no day was promised
   * @param closedOn  dd/MM/yyyy; empty while the case is open
   * @param sorry     null when nothing was put off
   */
  record Progress(String code, String procedure, String state, String color, String step, String office, String desk,
      String receivedOn, String dueOn, String closedOn, boolean paused, boolean overdue, List<Stages.Stage> stages,
      ApologyParts.Sorry sorry) {}

  @GetMapping("/track")
  String form() {
    return "portal/track";
  }

  /** The typed way: the secret stays out of the address. */
  @PostMapping("/track")
  String typed(@RequestParam String code, @RequestParam String secret, Model model, Locale locale,
      HttpServletResponse response) {
    return answer(copied(code), copied(secret), model, locale, response);
  }

  /** Without blanks, and without the full stop that ends the sentence on older receipts; codes never have one there. */
  private static String copied(String text) {
    String plain = text.strip();
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }

  /** The way of the QR code on the receipt; without a secret the form asks for it. */
  @GetMapping("/track/{code}")
  String scanned(@PathVariable String code, @RequestParam(name = "k", defaultValue = "") String secret, Model model,
      Locale locale, HttpServletResponse response) {
    if (secret.isBlank()) {
      model.addAttribute("code", code);
      return "portal/track";
    }
    return answer(code, secret, model, locale, response);
  }

  private String answer(String code, String secret, Model model, Locale locale, HttpServletResponse response) {
    Optional<CaseFile> file = cases.find(code).filter(found -> opens(secret, found));
    if (file.isEmpty()) {
      model.addAttribute("code", code);
      model.addAttribute("unknown", true);
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return "portal/track";
    }
    model.addAttribute("progress", progress(file.get(), locale.getLanguage()));
    return "portal/track";
  }

  private static boolean opens(String secret, CaseFile file) {
    return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8),
        file.lookupSecret().getBytes(StandardCharsets.UTF_8));
  }

  private Progress progress(CaseFile file, String language) {
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    boolean over = file.state().isFinal();
    String step = Stages.isInAStep(file) ? procedure.step(file.step()).name().in(language) : null;
    String closedOn = file.closedAt() == null ? ""
        : Texts.day(LocalDate.ofInstant(file.closedAt(), clock.getZone()));
    boolean overdue = !over && !file.paused() && file.dueOn() != null
        && file.dueOn().isBefore(LocalDate.now(clock));
    return new Progress(file.code(), procedure.nameOf(file.variant().orElse(null)).in(language), file.state().name(),
        CasesPage.color(file.state()), step, parts.officeName(file.office()),
        parts.officeName(file.receivingOffice()), Texts.day(file.receivedOn()), Texts.day(file.dueOn()), closedOn,
        file.paused(), overdue, stages.of(file, language), over ? null : apologies.sorry(file, language));
  }
}
