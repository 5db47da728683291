package vn.trian.portal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login for Tasklist, Cockpit, Admin and our own pages. */
@Controller
class LoginPage {

  private final boolean demo;

  LoginPage(@Value("${trian.demo.password:}") String demoPassword) {
    this.demo = !demoPassword.isBlank();
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAttribute("demo", demo);
    return "portal/login";
  }
}
