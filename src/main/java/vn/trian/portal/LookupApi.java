package vn.trian.portal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.deadline.TimeLeft;
import vn.trian.procedure.OptionSource;
import vn.trian.procedure.Procedures;
import vn.trian.registry.Martyr;
import vn.trian.registry.Martyrs;
import vn.trian.registry.Person;
import vn.trian.registry.Persons;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.Reach;
import vn.trian.security.StandIn;
import vn.trian.shared.PartialDate;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;
import vn.trian.workflow.Capacities;
import vn.trian.workflow.TasklistFilters;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** Small reads of the frame form: people and martyrs by name, options of selects, cards of the task list. */
@RestController
@RequestMapping("/api")
class LookupApi {

  private static final int HITS = 20;
  private static final int CARDS = 100;
  /** {@code Tổ 3, xã Mai Pha, thành phố Lạng Sơn, tỉnh Lạng Sơn}; village and district may be missing. */
  private static final Pattern ADDRESS = Pattern.compile("(?:(?<detail>.+?),\\s*)?"
      + "(?<commune>(?:xã|phường|thị trấn)\\s.+),\\s*(?:tỉnh\\s+)?(?<province>[^,]+)",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Persons persons;
  private final Martyrs martyrs;
  private final OptionSource options;
  private final WorkList work;
  private final TasklistFilters tasklist;
  private final CaseFiles cases;
  private final TimesLeft times;
  private final CaseWords words;
  private final MessageSource messages;
  private final Procedures procedures;
  private final Capacities capacities;
  private final Reach reach;
  private final Actors actors;

  LookupApi(Persons persons, Martyrs martyrs, OptionSource options, WorkList work, TasklistFilters tasklist,
      CaseFiles cases, TimesLeft times, CaseWords words, MessageSource messages, Procedures procedures,
      Capacities capacities, Reach reach, Actors actors) {
    this.persons = persons;
    this.martyrs = martyrs;
    this.options = options;
    this.work = work;
    this.tasklist = tasklist;
    this.cases = cases;
    this.times = times;
    this.words = words;
    this.messages = messages;
    this.procedures = procedures;
    this.capacities = capacities;
    this.reach = reach;
    this.actors = actors;
  }

  /** People of the own office and those below it. */
  @GetMapping("/lookup/person")
  List<Map<String, Object>> persons(@RequestParam String q) {
    Actor actor = actors.current();
    return persons.search(q, reach.offices(actor), HITS).stream().map(LookupApi::hit).toList();
  }

  /** Martyrs; every office needs to find them, wherever the file is kept. */
  @GetMapping("/lookup/martyr")
  List<Map<String, Object>> martyrs(@RequestParam String q) {
    actors.current();
    return martyrs.search(q, HITS).stream().map(LookupApi::hit).toList();
  }

  @GetMapping("/options/{source}")
  List<Map<String, String>> options(@PathVariable String source, Locale locale) {
    actors.current();
    return options.options(source).stream()
        .map(option -> Map.of("value", option.value(), "label", option.label().in(locale.getLanguage()))).toList();
  }

  /** English names of what the engine knows in Vietnamese only, by those Vietnamese names. */
  @GetMapping("/tasklist-names")
  Map<String, Map<String, String>> tasklistNames() {
    actors.current();
    return Map.of("lists", english(tasklist.listNames()), "processes", english(tasklist.processNames()));
  }

  private static Map<String, String> english(List<Label> names) {
    return names.stream().collect(Collectors.toMap(Label::vi, name -> name.in("en"), (one, same) -> one));
  }

  /** Cards for tasks of the own groups; others are left out in silence. */
  @GetMapping("/work-items")
  List<Map<String, Object>> cards(@RequestParam String taskIds, Locale locale) {
    Actor actor = actors.current();
    List<String> ids = Arrays.stream(taskIds.split(",")).filter(id -> !id.isBlank()).limit(CARDS).toList();
    List<WorkItem> items = work.visible(ids, actor);
    Map<String, CaseFile> files = cases.all(items.stream().map(WorkItem::caseCode).distinct().toList()).stream()
        .collect(Collectors.toMap(CaseFile::code, file -> file));
    return items.stream().map(item -> card(item, files.get(item.caseCode()), actor, locale)).toList();
  }

  private Map<String, Object> card(WorkItem item, CaseFile file, Actor reader, Locale locale) {
    TimeLeft left = times.of(item, file);
    String language = locale.getLanguage();
    String procedure = procedures.release(file.releaseId()).procedure().shortName().in(language);
    return Rows.row("taskId", item.taskId(), "caseCode", item.caseCode(), "ownerName", item.ownerName(),
        "subjectName", file.subjectName(), "procedureName", procedure, "taskName",
        words.task(file.releaseId(), item, language),
        "assigneeName", reader.login().equals(item.assignee()) ? null
            : CaseParts.in(capacities.holder(item), language),
        "behalfName", capacities.behalf(item, reader).map(StandIn::name).orElse(null),
        "level", item.level().name(), "levelLabel",
        messages.getMessage("level." + item.level(), null, locale), "dueOn", Texts.day(item.dueOn()),
        "held", file.held(), "color", left.color().toUpperCase(Locale.ROOT), "timeText", times.words(left, locale));
  }

  private static Map<String, Object> hit(Person person) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("recordId", person.id());
    values.put("fullName", person.fullName());
    values.put("dateOfBirth", person.dateOfBirth());
    values.put("gender", person.gender());
    values.put("idType", person.idType());
    values.put("idNumber", person.idNumber());
    values.put("idIssueDate", Objects.toString(person.idIssueDate(), null));
    values.put("idIssuePlace", person.idIssuePlace());
    values.put("permanentResidence.province", person.residenceProvince());
    values.put("permanentResidence.commune", person.residenceCommune());
    values.put("permanentResidence.detail", person.residenceDetail());
    values.putAll(address("homeTown", person.homeTown()));
    values.put("phone", person.phone());
    values.put("email", person.email());
    values.put("category", person.category());
    values.put("fileNumber", person.fileNumber());
    values.put("injuryPercent", person.injuryPercent());
    values.values().removeIf(Objects::isNull);
    return Rows.row("id", person.id(), "title", person.fullName(), "subtitle",
        joined(shown(person.dateOfBirth()), masked(person.idNumber()), person.residenceCommune()), "values", values);
  }

  private static Map<String, Object> hit(Martyr martyr) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("recordId", martyr.id());
    values.put("fullName", martyr.fullName());
    values.put("gender", martyr.gender());
    values.put("dateOfBirth", martyr.dateOfBirth());
    values.putAll(address("homeTown", martyr.homeTown()));
    values.put("certificateNumber", martyr.certificateNumber());
    values.put("certificateDecisionNumber", martyr.certificateDecisionNumber());
    values.put("certificateDecisionDate", Objects.toString(martyr.certificateDecisionDate(), null));
    values.put("certificateIssuer", martyr.certificateIssuer());
    values.put("dateOfSacrifice", martyr.dateOfSacrifice());
    values.put("rankOrPosition", martyr.rankOrPosition());
    values.values().removeIf(Objects::isNull);
    return Rows.row("id", martyr.id(), "title", martyr.fullName(), "subtitle",
        joined(martyr.homeTown(), martyr.certificateNumber() == null ? null : "Bằng " + martyr.certificateNumber(),
            shown(martyr.dateOfSacrifice())), "values", values);
  }

  /** An address written in one line, in the three parts that forms ask for. */
  private static Map<String, Object> address(String group, String line) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (line == null) {
      return parts;
    }
    Matcher matcher = ADDRESS.matcher(line.strip());
    if (!matcher.matches()) {
      parts.put(group + ".detail", line);
      return parts;
    }
    parts.put(group + ".province", matcher.group("province"));
    parts.put(group + ".commune", matcher.group("commune"));
    parts.put(group + ".detail", matcher.group("detail"));
    return parts;
  }

  private static String shown(String partialDate) {
    return PartialDate.of(partialDate).map(Object::toString).orElse(null);
  }

  /** Enough to tell people of one name apart, not enough to take the number away. */
  private static String masked(String idNumber) {
    return idNumber == null || idNumber.length() < 4 ? null
        : "CCCD …" + idNumber.substring(idNumber.length() - 4);
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
  }
}
