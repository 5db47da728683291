package vn.trian.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test on the whole application with its demo people, on an H2 in memory. All tests of this kind share one
 * application; jobs run only when a test fires them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK, properties = {
    "spring.datasource.url=jdbc:h2:mem:scenarios;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
    "spring.datasource.username=sa",
    "spring.datasource.password=",
    "camunda.bpm.job-execution.enabled=false",
    "trian.demo.cases=0",
    "trian.apologies.rounds=-",
    "trian.migrations.rounds=-",
    "trian.consistency.rounds=-",
    "spring.main.banner-mode=off",
    "logging.level.root=WARN"})
@ActiveProfiles("demo")
@Import(StageSetting.class)
public @interface OnStage {}
