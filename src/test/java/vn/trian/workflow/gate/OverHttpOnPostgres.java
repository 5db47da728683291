package vn.trian.workflow.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.trian.support.RealPostgres;

/**
 * As {@link OverHttp}, on a real PostgreSQL. Its engine has a name of its own: the engine's web applications find an
 * engine by its name in the whole JVM, and those of the other tests must go on finding theirs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "trian.demo.cases=0", "camunda.bpm.job-execution.enabled=false", "spring.main.banner-mode=off",
    "camunda.bpm.process-engine-name=postgres", "logging.level.root=WARN", "logging.level.org.camunda=OFF"})
@ActiveProfiles({"demo", "postgres"})
@ContextConfiguration(initializers = RealPostgres.class)
public @interface OverHttpOnPostgres {}
