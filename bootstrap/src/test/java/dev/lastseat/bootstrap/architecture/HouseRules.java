package dev.lastseat.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rules of the house, for any root package, so that a small violating fixture can be held
 * against the same rules as the program. A rule that matches no class fails: that is ArchUnit's
 * default, and it is kept.
 */
record HouseRules(String root) {
  private static final String[] JDK = {"java..", "javax.."};

  /** A row of the module table: a package and all that it may use besides the JDK and itself. */
  ArchRule mayUseOnly(String module, String... others) {
    List<String> allowed = new ArrayList<>(List.of(JDK));
    allowed.add("org.jspecify.annotations..");
    allowed.add(room(module));
    allowed.addAll(Arrays.asList(others));
    return classes()
        .that()
        .resideInAPackage(room(module))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
        .as(module + " may use nothing but " + allowed);
  }

  /** Whatever is in no row would be held to none of them. */
  ArchRule everyClassIsIn(List<String> modules) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(modules.stream().map(this::room).toArray(String[]::new))
        .as("every class is in one of " + modules);
  }

  /** A driver is imported in one module. */
  ArchRule onlyIn(String module, String... driver) {
    return noClasses()
        .that(resideInAPackage(root + "..").and(not(resideInAPackage(room(module)))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(driver)
        .as(String.join(", ", driver) + " is for " + module + " only");
  }

  ArchRule noCyclesBetweenModules() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  ArchRule noCyclesInside(String module) {
    return slices().matching(root + "." + module + ".(*)..").should().beFreeOfCycles();
  }

  /** Time and chance come in by constructor, so that tests can decide both. */
  ArchRule noClockAndNoRandomnessOutsideBootstrap() {
    return noClasses()
        .that(resideInAPackage(root + "..").and(not(resideInAPackage(room("bootstrap")))))
        .should()
        .accessTargetWhere(new OutsideWorld())
        .as("no clock and no randomness outside bootstrap");
  }

  String room(String module) {
    return root + "." + module + "..";
  }
}
