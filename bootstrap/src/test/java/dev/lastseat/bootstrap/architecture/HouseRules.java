package dev.lastseat.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

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
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .orShould()
        .callConstructor(SecureRandom.class)
        .orShould()
        .callConstructor(Random.class)
        .as("no clock and no randomness outside bootstrap");
  }

  String room(String module) {
    return root + "." + module + "..";
  }
}
