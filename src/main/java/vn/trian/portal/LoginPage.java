package vn.trian.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.trian.organization.Office;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Offices;
import vn.trian.organization.Role;
import vn.trian.security.Sessions;

/** The one login for Tasklist, Cockpit, Admin and our own pages. */
@Controller
class LoginPage {

  private final Officers officers;
  private final Offices offices;
  private final Sessions sessions;
  private final Clock clock;
  private final String demoPassword;

  LoginPage(Officers officers, Offices offices, Sessions sessions, Clock clock,
      @Value("${trian.demo.password:}") String demoPassword) {
    this.officers = officers;
    this.offices = offices;
    this.sessions = sessions;
    this.clock = clock;
    this.demoPassword = demoPassword;
  }

  /** Logins of one office; {@code level} is null for the system's administrators. */
  record DemoOffice(String id, String name, String level, List<Officer> officers) {}

  /**
   * The form; in demo mode with all logins.
   *
   * @param as   login that was chosen from the list of the demo; fills the form, and only in demo mode
   * @param wait minutes until another try, after too many wrong passwords
   */
  @GetMapping("/login")
  String login(@RequestParam(required = false) String as, @RequestParam(required = false) Integer wait,
      Model model) {
    model.addAttribute("wait", wait);
    boolean demo = !demoPassword.isBlank();
    model.addAttribute("demo", demo);
    if (demo) {
      model.addAttribute("demoOffices", demoOffices());
      model.addAttribute("demoPassword", demoPassword);
      officers.find(as == null ? "" : as).ifPresent(officer -> model.addAttribute("chosen", officer));
    }
    return "portal/login";
  }

  /** Ends all sessions of whoever asks, at every browser and on every node. */
  @PostMapping("/logout/everywhere")
  String logOutEverywhere(HttpServletRequest request, HttpServletResponse response, Authentication login) {
    sessions.endAll(login.getName());
    new SecurityContextLogoutHandler().logout(request, response, login);
    return "redirect:/login?logout";
  }

  private List<DemoOffice> demoOffices() {
    Map<String, List<Officer>> byOffice = new LinkedHashMap<>();
    List<Officer> admins = new ArrayList<>();
    for (Officer officer : officers.all()) {
      if (officer.holds(Role.ADMIN)) {
        admins.add(officer);
      } else {
        byOffice.computeIfAbsent(officer.officeId(), id -> new ArrayList<>()).add(officer);
      }
    }
    List<DemoOffice> groups = new ArrayList<>();
    for (Office office : offices.all(LocalDate.now(clock))) {
      if (byOffice.containsKey(office.id())) {
        groups.add(new DemoOffice(office.id(), office.shortName(), office.level().name(), byOffice.get(office.id())));
      }
    }
    if (!admins.isEmpty()) {
      groups.add(new DemoOffice("system", null, null, admins));
    }
    return groups;
  }
}
