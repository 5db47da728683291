package vn.trian.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole application with its demo people on a real PostgreSQL. All tests of this kind share
 * one application; jobs run only when a test fires them; statements are counted, see {@link Statements}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK, properties = {
    "camunda.bpm.job-execution.enabled=false",
    "trian.demo.cases=0",
    "spring.main.banner-mode=off"})
@ActiveProfiles({"demo", "postgres"})
@ContextConfiguration(initializers = RealPostgres.class)
@Import(Statements.Counting.class)
public @interface OnPostgres {}
