package vn.trian.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test that does an officer's work in a real browser. All of them share one application on an H2 in memory, with
 * the demo's people and without its invented cases, and one Chromium; see {@link Chromium} for where it is found.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;DEFAULT_NULL_ORDERING=HIGH",
    "spring.datasource.username=sa",
    "spring.datasource.password=",
    "camunda.bpm.job-execution.enabled=false",
    "trian.demo.cases=0",
    "spring.main.banner-mode=off",
    "logging.level.root=WARN"})
@ActiveProfiles("demo")
@Import(BrowserSetting.class)
@ExtendWith(BrowserExtension.class)
@interface InBrowser {}
