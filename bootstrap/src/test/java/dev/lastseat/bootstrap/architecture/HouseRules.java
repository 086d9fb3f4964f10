package dev.lastseat.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules of the house, for any root package, so that a small violating fixture can be held
 * against the same rules as the program. A rule that matches no class fails: that is ArchUnit's
 * default, and it is kept.
 */
record HouseRules(String root) {
  private static final Pattern AROUND =
      Pattern.compile(
          "java\\.lang\\.(Thread|Runtime|ProcessBuilder|ClassLoader|System|Class\\.forName)\\b.*");

  /** A row of the module table: a package and all that it may use besides itself. */
  ArchRule mayUseOnly(String module, String... others) {
    List<String> allowed = new ArrayList<>(Arrays.asList(others));
    allowed.add(room(module));
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

  /** A package is never split between modules: what is private to a package is private. */
  ArchRule everyClassIsInTheFolderOf(String folder, String module) {
    return classes()
        .that()
        .resideInAPackage(room(module))
        .should(new LieIn(folder))
        .as(module + " is made in " + folder + " only");
  }

  /** An adapter is entered by its factory, and by what the factory returns. */
  ArchRule isEnteredOnlyBy(String module, List<String> doors) {
    List<String> names = doors.stream().map(door -> root + "." + module + "." + door).toList();
    DescribedPredicate<JavaClass> inside = describe("inside", it -> !names.contains(it.getName()));
    return noClasses()
        .that(resideInAPackage(root + "..").and(not(resideInAPackage(room(module)))))
        .should()
        .dependOnClassesThat(resideInAPackage(room(module)).and(not(doors(module, doors))))
        .as(module + " is entered by nothing but " + doors);
  }

  /** What an adapter shows is not made of what it hides. */
  ArchRule showsNo(List<String> drivers, String module, List<String> doors) {
    return methods()
        .that(describe("are public", it -> it.getModifiers().contains(JavaModifier.PUBLIC)))
        .and()
        .areDeclaredInClassesThat(doors(module, doors))
        .should(new HaveNothingOf(resideInAnyPackage(drivers.toArray(String[]::new))))
        .as("no " + drivers + " in what " + module + " shows")
        .allowEmptyShould(doors.contains("-"));
  }

  /** A route that asks a store passes by every rule that a use case holds. */
  ArchRule routesReachUseCasesOnly() {
    return noClasses()
        .that()
        .resideInAPackage(room("http"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + ".domain.port.store..")
                .and(describe("are stores", JavaClass::isTopLevelClass)))
        .as("routes reach use cases, and no store");
  }

  /** What is static is shared by all tests and all instances in one process. */
  ArchRule noStaticMutableState() {
    return fields()
        .that()
        .areStatic()
        .and(describe("written by hand", it -> !it.getName().contains("$")))
        .should(new BeConstant())
        .as("nothing static can be changed");
  }

  /** NullAway looks at marked packages only. */
  ArchRule everyPackageIsNullMarked() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(new LieInAMarkedPackage())
        .as("every package is @NullMarked");
  }

  /** The domain and the use cases compute; they do not wait, read files or load classes. */
  ArchRule noWayAroundThePorts() {
    return noClasses()
        .that()
        .resideInAnyPackage(room("domain"), room("application"))
        .should()
        .accessTargetWhere(
            describe(
                "a way around the ports",
                access -> AROUND.matcher(access.getTarget().getFullName()).matches()))
        .as("domain and application reach the outside through ports only");
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

  /**
   * Stores keep milliseconds; a fact that says more than they do would differ from them for ever.
   */
  ArchRule noClockFinerThanTheStores() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethodWhere(target(owner(type(Clock.class))).and(target(nameStartingWith("system"))))
        .as("no clock finer than the stores");
  }

  String room(String module) {
    return root + "." + module + "..";
  }

  /** These classes of the module, and those inside them. */
  private DescribedPredicate<JavaClass> doors(String module, List<String> doors) {
    List<String> names = doors.stream().map(door -> root + "." + module + "." + door).toList();
    return describe("doors", type -> names.contains(type.getName().replaceFirst("\\$.*", "")));
  }
}
