package vn.trian.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.TimeLeft;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.Texts;

/** The cases of the own office and those below it, to search and to filter. */
@Controller
class CasesPage {

  private static final int ROWS = 20;
  private static final String LATE = "LATE";
  private static final String OPEN = "OPEN";

  private final CaseFiles cases;
  private final Procedures procedures;
  private final Offices offices;
  private final TimesLeft times;
  private final Actors actors;
  private final Clock clock;

  CasesPage(CaseFiles cases, Procedures procedures, Offices offices, TimesLeft times, Actors actors, Clock clock) {
    this.cases = cases;
    this.procedures = procedures;
    this.offices = offices;
    this.times = times;
    this.actors = actors;
    this.clock = clock;
  }

  /** A case in the table; {@code dueOn} is the day that the time left runs to. */
  record Row(String code, String owner, String subject, String procedure, String receivedOn, String office,
      String state, String stateColor, boolean held, TimeLeft left, String dueOn) {}

  /** A choice of the filter. */
  record Choice(String value, String label) {}

  /**
   * The list.
   *
   * @param state name of a state, {@code OPEN} for all that are not over, {@code LATE} for those over their limit;
   *     anything else counts as no filter
   */
  @GetMapping("/cases")
  String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
    Actor actor = actors.current();
    int number = HomePage.bounded(page);
    Page<CaseFile> found = switch (state) {
      case LATE -> cases.late(actor, q, number, ROWS);
      case OPEN -> cases.open(actor, q, number, ROWS);
      default -> cases.search(actor, q, known(state), number, ROWS);
    };
    String language = locale.getLanguage();
    model.addAttribute("q", q.strip());
    model.addAttribute("state", state);
    model.addAttribute("states", states(language));
    model.addAttribute("rows", found.stream().map(file -> row(file, language)).toList());
    model.addAttribute("page", number);
    model.addAttribute("pages", found.getTotalPages());
    model.addAttribute("total", found.getTotalElements());
    model.addAttribute("counted", CaseFiles.counted(q));
    model.addAttribute("first", (long) number * ROWS + 1);
    model.addAttribute("last", (long) number * ROWS + found.getNumberOfElements());
    return "portal/cases";
  }

  private Row row(CaseFile file, String language) {
    String office = offices.find(file.office(), LocalDate.now(clock)).map(Office::shortName).orElse(file.office());
    return new Row(file.code(), file.ownerName(), file.subjectName(),
        procedures.release(file.releaseId()).procedure().shortName().in(language), Texts.day(file.receivedOn()),
        office, file.state().label().in(language), color(file.state()), file.held(), times.of(file),
        file.state().isFinal() ? "" : Texts.day(file.limitOn()));
  }

  private static List<Choice> states(String language) {
    List<Choice> choices = new ArrayList<>();
    for (CaseState each : CaseState.values()) {
      choices.add(new Choice(each.name(), each.label().in(language)));
    }
    return choices;
  }

  private static Optional<CaseState> known(String name) {
    return Arrays.stream(CaseState.values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /** Class of the badge of a state. */
  static String color(CaseState state) {
    return switch (state) {
      case SUPPLEMENT_REQUESTED, SUSPENDED -> "ta-amber";
      case DECIDED, ISSUED, DELIVERED, PAID -> "ta-green";
      case SUBMITTED, AT_COMMUNE, AT_DIVISION, AT_DEPARTMENT -> "ta-running";
      case REJECTED, WITHDRAWN, RECEIPT_REFUSED -> "ta-grey";
    };
  }
}
