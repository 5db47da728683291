package vn.trian.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules that hold for every class of the application. */
@AnalyzeClasses(packages = "vn.trian", importOptions = ImportOption.DoNotIncludeTests.class)
class CodeRulesTest {

  @ArchTest
  static final ArchRule engineStaysInWorkflow = noClasses()
      .that().resideOutsideOfPackage("vn.trian.workflow..")
      .should().dependOnClassesThat().resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule rulesOfTheDomainKnowNoFramework = noClasses()
      .that().resideInAPackage("vn.trian.*.model..")
      .should().dependOnClassesThat(resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..",
          "com.fasterxml..", "org.camunda.."));

  /** Time comes from the one clock: dates of law are tested by moving it. */
  @ArchTest
  static final ArchRule timeComesFromTheClock = noClasses()
      .that().doNotHaveSimpleName("TimeConfiguration").and().doNotHaveSimpleName("DemoClock")
      .should().callCodeUnitWhere(readsTimeWithoutClock())
      .because("a test moves the injected java.time.Clock and nothing else");

  @ArchTest
  static final ArchRule dependenciesComeByConstructor = noFields().should().beAnnotatedWith(Autowired.class);

  private static DescribedPredicate<JavaCall<?>> readsTimeWithoutClock() {
    return new DescribedPredicate<>("read the time without a Clock") {
      @Override
      public boolean test(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        var parameters = call.getTarget().getRawParameterTypes();
        boolean javaTime = owner.startsWith("java.time.");
        return javaTime && name.equals("now")
                && parameters.stream().noneMatch(each -> each.isAssignableTo(Clock.class))
            || owner.equals(Clock.class.getName()) && name.startsWith("system")
            || owner.equals(System.class.getName()) && name.equals("currentTimeMillis")
            || owner.equals(Date.class.getName()) && name.equals("<init>") && parameters.isEmpty()
            || owner.equals("java.util.Calendar") && name.equals("getInstance");
      }
    };
  }
}
