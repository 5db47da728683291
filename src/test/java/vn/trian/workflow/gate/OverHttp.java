package vn.trian.workflow.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import vn.trian.support.Statements;

/** A test that asks the whole application from outside; all of this kind share one, with the demo's people. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:rights;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
    "spring.datasource.username=sa", "spring.datasource.password=", "trian.demo.cases=0",
    "camunda.bpm.job-execution.enabled=false", "spring.main.banner-mode=off", "logging.level.root=WARN",
    "logging.level.org.camunda=OFF"})
@Import({SampleCases.class, Statements.Counting.class})
public @interface OverHttp {}
