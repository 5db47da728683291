package vn.trian.workflow.rehearsal;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;

/**
 * This application once more, without anything that reaches out: no pages, no logins, no rounds, no rehearsal. It bears
 * no stereotype, or the application itself would find it.
 */
@EnableAutoConfiguration(excludeName = {
    "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
    "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"})
@EntityScan("vn.trian")
@EnableJpaRepositories(basePackages = "vn.trian", considerNestedRepositories = true,
    bootstrapMode = BootstrapMode.LAZY)
@ComponentScan(
    basePackages = {"vn.trian.shared", "vn.trian.organization", "vn.trian.registry", "vn.trian.deadline",
        "vn.trian.document", "vn.trian.procedure", "vn.trian.security", "vn.trian.casefile", "vn.trian.benefit",
        "vn.trian.payment", "vn.trian.workflow", "vn.trian.portal"},
    excludeFilters = {
        @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = {
            // what it begins beside the start would outlive a chamber that is closed at once
            "vn\\.trian\\.shared\\.ParallelStart",
            "vn\\.trian\\.workflow\\.(gate|demo|identity|migration|rehearsal)\\..*",
            "vn\\.trian\\.workflow\\.(StartUp|ApologyRounds|TasklistFilters)",
            "vn\\.trian\\.workflow\\.release\\.Rounds",
            "vn\\.trian\\.portal\\.(?!ReferenceOptions$).*",
            "vn\\.trian\\.security\\.(?!Actors$|Reach$).*"})})
@Import({Cast.class, Player.class, Critic.class, Endings.class, Replay.class, ChamberTables.class})
class ChamberApplication {}
