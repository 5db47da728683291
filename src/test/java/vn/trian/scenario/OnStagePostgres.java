package vn.trian.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.trian.support.RealPostgres;
import vn.trian.support.Statements;

/** As {@link OnStage}, on a real PostgreSQL; statements are counted, see {@link Statements}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK, properties = {
    "camunda.bpm.job-execution.enabled=false",
    "trian.demo.cases=0",
    "trian.apologies.rounds=-",
    "trian.migrations.rounds=-",
    "trian.consistency.rounds=-",
    "spring.main.banner-mode=off",
    "logging.level.root=WARN"})
@ActiveProfiles({"demo", "postgres"})
@ContextConfiguration(initializers = RealPostgres.class)
@Import({StageSetting.class, Statements.Counting.class})
public @interface OnStagePostgres {}
