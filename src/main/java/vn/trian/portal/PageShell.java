package vn.trian.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.StandIn;
import vn.trian.shared.DomainException;
import vn.trian.supervision.Supervisors;

/**
 * What stands around every page: who is logged in, where they can go, the other language. The layout asks for it
 * by bean name, so that pages of refusals and faults, which no controller prepares, have it too.
 */
@Component("shell")
class PageShell {

  private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");
  static final String TASKLIST = "/camunda/app/tasklist/default/";

  private static final Set<Role> PREPARERS_AND_SIGNERS = EnumSet.of(Role.COMMUNE_SOCIAL_OFFICER, Role.COMMUNE_CHAIR,
      Role.COMMUNE_VICE_CHAIR, Role.DIVISION_OFFICER, Role.DIVISION_HEAD, Role.DIVISION_DEPUTY, Role.DEPT_OFFICER,
      Role.DEPT_HEAD, Role.DEPT_DIRECTOR, Role.DEPT_DEPUTY_DIRECTOR);

  private final Actors actors;
  private final Offices offices;
  private final Clock clock;

  PageShell(Actors actors, Offices offices, Clock clock) {
    this.actors = actors;
    this.offices = offices;
    this.clock = clock;
  }

  /**
   * The frame of one page.
   *
   * @param known       whether an officer is logged in; the other texts are null without one
   * @param roles       own ones, without those of absent colleagues
   * @param standIns    names of the absent colleagues for whom the officer stands in today
   * @param languageUrl this page in the other language
   */
  record Shell(boolean known, String name, String office, String roles, List<String> standIns, List<Link> links,
      String otherLanguage, String languageUrl) {}

  /** A place to go; its words are message {@code nav.<id>}. */
  record Link(String id, String url) {}

  /** Frame of the page that is being made; public methods only are found from a template. */
  public Shell current() {
    String language = LocaleContextHolder.getLocale().getLanguage();
    String other = "en".equals(language) ? "vi" : "en";
    try {
      Actor actor = actors.current();
      String office = office(actor).map(Office::shortName).orElse(actor.officeId());
      String roles = actor.ownRoles().stream().sorted().map(role -> role.label().in(language))
          .collect(Collectors.joining(", "));
      List<String> standIns = actor.standIns().stream().map(StandIn::name).toList();
      return new Shell(true, actor.name(), office, roles, standIns, links(actor), other, here(other));
    } catch (DomainException nobody) {
      return new Shell(false, null, null, null, List.of(), List.of(), other, here(other));
    }
  }

  /** This moment, for who reports a fault. */
  public String now() {
    return NOW.format(ZonedDateTime.now(clock));
  }

  private List<Link> links(Actor actor) {
    boolean admin = actor.holds(Role.ADMIN);
    List<Link> links = new ArrayList<>();
    links.add(new Link("home", "/"));
    if (worksOnTasks(actor)) {
      links.add(new Link("tasklist", TASKLIST));
    }
    if (!admin) {
      links.add(new Link("cases", "/cases"));
    }
    if (actor.roles().stream().anyMatch(PREPARERS_AND_SIGNERS::contains)) {
      links.add(new Link("lists", "/lists"));
    }
    if (Supervisors.supervises(actor)) {
      links.add(new Link("supervision", "/supervision"));
    }
    if (admin) {
      links.add(new Link("models", "/models"));
    }
    if (admin || supervisesAll(actor)) {
      links.add(new Link("cockpit", "/camunda/app/cockpit/default/"));
    }
    if (admin) {
      links.add(new Link("admin", "/camunda/app/admin/default/"));
    }
    return links;
  }

  /** Whether tasks can come to this person; supervisors and administrators only look on. */
  static boolean worksOnTasks(Actor actor) {
    return actor.roles().stream().anyMatch(role -> role != Role.ADMIN && role != Role.SUPERVISOR);
  }

  /** Whether this person supervises the office at the top, and so every office. */
  boolean supervisesAll(Actor actor) {
    return actor.holds(Role.SUPERVISOR) && office(actor).filter(office -> office.parentId() == null).isPresent();
  }

  private Optional<Office> office(Actor actor) {
    return offices.find(actor.officeId(), LocalDate.now(clock));
  }

  /** Address of this page in another language, without the host. */
  private static String here(String language) {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
      return "/?lang=" + language;
    }
    HttpServletRequest request = attributes.getRequest();
    String path = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
    Stream<String> kept = request.getQueryString() == null ? Stream.empty()
        : Arrays.stream(request.getQueryString().split("&")).filter(part -> !part.startsWith("lang="));
    // one slash in front: an address of two would lead to another host
    return "/" + path.replaceFirst("^/+", "") + "?"
        + Stream.concat(kept, Stream.of("lang=" + language)).collect(Collectors.joining("&"));
  }
}
