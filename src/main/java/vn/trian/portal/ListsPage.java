package vn.trian.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.trian.benefit.CaseDocuments;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.deadline.TimeLeft;
import vn.trian.organization.Offices;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.Lists;
import vn.trian.workflow.SubmissionList;
import vn.trian.workflow.WorkItem;

/** Many files at once: signing them up as one list with one letter, and working through a list that came. */
@Controller
class ListsPage {

  private static final int ROWS = 20;

  private final Lists lists;
  private final Desk desk;
  private final CaseFiles cases;
  private final CaseDocuments documents;
  private final Procedures procedures;
  private final Offices offices;
  private final Actors actors;
  private final Sentences sentences;
  private final TimesLeft times;
  private final Clock clock;

  ListsPage(Lists lists, Desk desk, CaseFiles cases, CaseDocuments documents, Procedures procedures, Offices offices,
      Actors actors, Sentences sentences, TimesLeft times, Clock clock) {
    this.lists = lists;
    this.desk = desk;
    this.cases = cases;
    this.documents = documents;
    this.procedures = procedures;
    this.offices = offices;
    this.actors = actors;
    this.sentences = sentences;
    this.times = times;
    this.clock = clock;
  }

  /** One file that can go up. */
  record File(String taskId, String code, String owner, String subject, String receivedOn, String dueOn,
      TimeLeft left, String url) {}

  /** Files of one step that can go up together. */
  record Bundle(String procedure, String step, List<File> files, String key) {}

  /** One list that went up. */
  record Sent(String id, String createdOn, String procedure, String step, String office, int size) {}

  /** One file of a list as it stands now. */
  record Member(String code, String owner, String subject, String state, String office, String taskUrl,
      boolean waitsHere, boolean free) {}

  @GetMapping("/lists")
  String lists(@RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
    Actor actor = actors.current();
    String language = locale.getLanguage();
    List<Lists.Ready> ready = lists.ready(actor);
    Map<String, CaseFile> files =
        byCode(ready.stream().flatMap(each -> each.files().stream()).map(WorkItem::caseCode).toList());
    model.addAttribute("bundles", ready.stream().map(each -> bundle(each, files, language)).toList());
    Page<SubmissionList> sent = lists.all(actor, HomePage.bounded(page), ROWS);
    Map<String, CaseFile> firsts = byCode(sent.stream().map(list -> list.caseCodes().get(0)).toList());
    model.addAttribute("sent", sent.map(list -> sent(list, firsts, language)));
    return "portal/lists";
  }

  @PostMapping("/lists")
  String sign(@RequestParam(name = "taskId", required = false) List<String> taskIds, @RequestParam String key,
      RedirectAttributes message, Locale locale) {
    try {
      Done done = desk.signList(taskIds, key, actors.current());
      message.addFlashAttribute("done", sentences.of(done, locale));
      message.addFlashAttribute("documents", done.documents());
    } catch (DomainException refusal) {
      message.addFlashAttribute("refusal",
          sentences.of(refusal.code(), Arrays.asList(refusal.arguments()), locale));
    }
    return "redirect:/lists";
  }

  @GetMapping("/lists/{id}")
  String list(@PathVariable String id, Model model, Locale locale) {
    Actor actor = actors.current();
    SubmissionList list = lists.visible(id, actor);
    Map<String, WorkItem> here = lists.waitingHere(list, actor).stream()
        .collect(Collectors.toMap(WorkItem::caseCode, item -> item, (a, b) -> a));
    Map<String, CaseFile> files = byCode(list.caseCodes());
    model.addAttribute("list", sent(list, files, locale.getLanguage()));
    model.addAttribute("documents", documents.ofList(id).stream().map(Done.Link::numbered).toList());
    model.addAttribute("members", list.caseCodes().stream()
        .map(code -> member(files.get(code), here.get(code), locale.getLanguage())).toList());
    model.addAttribute("key", UUID.randomUUID().toString());
    model.addAttribute("toTake", here.values().stream().filter(item -> item.assignee() == null).count());
    return "portal/list";
  }

  @PostMapping("/lists/{id}/claim")
  String claim(@PathVariable String id, @RequestParam String key) {
    desk.claimList(id, key, actors.current());
    return "redirect:/lists/" + id;
  }

  private Map<String, CaseFile> byCode(List<String> codes) {
    return cases.all(codes).stream().collect(Collectors.toMap(CaseFile::code, file -> file));
  }

  private Bundle bundle(Lists.Ready ready, Map<String, CaseFile> files, String language) {
    return new Bundle(ready.procedureName().in(language), ready.stepName().in(language),
        ready.files().stream().map(item -> file(item, files.get(item.caseCode()))).toList(),
        UUID.randomUUID().toString());
  }

  private File file(WorkItem item, CaseFile file) {
    return new File(item.taskId(), item.caseCode(), item.ownerName(), file.subjectName(),
        Texts.day(file.receivedOn()), Texts.day(item.dueOn()), times.of(item, file), taskUrl(item));
  }

  /** The files of one list have one procedure and step; their release says what these are called. */
  private Sent sent(SubmissionList list, Map<String, CaseFile> files, String language) {
    Procedure procedure = procedures.release(files.get(list.caseCodes().get(0)).releaseId()).procedure();
    return new Sent(list.id(), Texts.day(LocalDate.ofInstant(list.createdAt(), clock.getZone())),
        procedure.name().in(language), procedure.step(list.step()).name().in(language), name(list.officeId()),
        list.caseCodes().size());
  }

  private Member member(CaseFile file, WorkItem here, String language) {
    return new Member(file.code(), file.ownerName(), file.subjectName(), file.state().label().in(language),
        name(file.office()), here == null ? null : taskUrl(here), here != null,
        here != null && here.assignee() == null);
  }

  private String name(String officeId) {
    return offices.nameOf(officeId, LocalDate.now(clock));
  }

  private static String taskUrl(WorkItem item) {
    return HomePage.taskUrl(item.taskId());
  }
}
