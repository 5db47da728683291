package vn.trian.browser;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What browser tests have beside the application. */
@TestConfiguration(proxyBeanMethods = false)
@Import({WhoseTurn.class, EmptyLists.class})
class BrowserSetting {

  @Bean
  @Primary
  WallClock wallClock() {
    return new WallClock();
  }
}
