package vn.trian.workflow.demo;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.trian.security.Actor;
import vn.trian.security.Actors;

/** Lets the thread that plays the demo act as one officer after the other. */
@Component
@Profile("demo")
@ConditionalOnExpression("${trian.demo.cases:0} > 0")
class DemoActors {

  private final Actors actors;

  DemoActors(Actors actors) {
    this.actors = actors;
  }

  Actor as(String login) {
    SecurityContextHolder.getContext().setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(login, null, List.of()));
    return actors.named(login);
  }

  void nobody() {
    SecurityContextHolder.clearContext();
  }
}
