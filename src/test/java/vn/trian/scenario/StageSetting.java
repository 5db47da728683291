package vn.trian.scenario;

import java.time.LocalDateTime;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.trian.workflow.rehearsal.Critic;
import vn.trian.workflow.rehearsal.Player;

/** What tests on the whole application have beside it. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Stage.class, CleanSlate.class, ToldStory.class, Critic.class, Player.class, ScenarioPlayer.class})
class StageSetting {

  /** The start is later than anything that the invented people of the demo went through. */
  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock(LocalDateTime.of(2026, 11, 20, 8, 0));
  }

  /** After all that fills an empty installation. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ApplicationRunner keepTheBeginning(CleanSlate slate) {
    return arguments -> slate.keep();
  }
}
