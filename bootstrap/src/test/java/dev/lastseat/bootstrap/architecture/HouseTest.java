package dev.lastseat.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The program keeps the rules of the house. {@code engines} is for tests, and no part of it. */
class HouseTest {
  private static final HouseRules rules = new HouseRules("dev.lastseat");
  private static final JavaClasses program =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.matches(Pattern.compile(".*-tests?[./].*")))
          .withImportOption(location -> !location.contains("/dev/lastseat/engines/"))
          .importPackages("dev.lastseat");

  @TestFactory
  Stream<DynamicTest> every_module_uses_only_what_its_row_in_the_table_allows() {
    return each(row -> rules.mayUseOnly(row.module(), row.packages(rules)));
  }

  @TestFactory
  Stream<DynamicTest> every_package_is_made_in_one_module() {
    return each(row -> rules.everyClassIsInTheFolderOf(row.folder(), row.module()));
  }

  @Test
  void every_class_is_in_a_row_of_the_table() {
    rules.everyClassIsIn(ModuleTable.MODULES).check(program);
  }

  @TestFactory
  Stream<DynamicTest> every_driver_is_imported_in_one_module() {
    return each(
        row -> !row.drivers().isEmpty(),
        row -> rules.onlyIn(row.module(), row.drivers().toArray(String[]::new)));
  }

  @TestFactory
  Stream<DynamicTest> every_adapter_is_entered_by_its_doors() {
    return each(
        row -> !row.doors().isEmpty(), row -> rules.isEnteredOnlyBy(row.module(), row.doors()));
  }

  @TestFactory
  Stream<DynamicTest> no_adapter_shows_its_driver() {
    return each(
        row -> !row.drivers().isEmpty(),
        row -> rules.showsNo(row.drivers(), row.module(), row.doors()));
  }

  @Test
  void the_modules_form_no_cycle() {
    rules.noCyclesBetweenModules().check(program);
  }

  @TestFactory
  Stream<DynamicTest> the_packages_of_a_module_form_no_cycle() {
    return each(
        row -> program.stream().anyMatch(type -> isInARoomOf(row.module(), type)),
        row -> rules.noCyclesInside(row.module()));
  }

  @Test
  void clock_and_randomness_stay_in_bootstrap() {
    rules.noClockAndNoRandomnessOutsideBootstrap().check(program);
  }

  @Test
  void no_clock_is_finer_than_the_stores() {
    rules.noClockFinerThanTheStores().check(program);
  }

  @Test
  void domain_and_application_reach_the_outside_through_ports_only() {
    rules.noWayAroundThePorts().check(program);
  }

  @Test
  void routes_reach_use_cases_and_no_store() {
    rules.routesReachUseCasesOnly().check(program);
  }

  @Test
  void nothing_static_can_be_changed() {
    rules.noStaticMutableState().check(program);
  }

  @Test
  void every_package_is_null_marked() {
    rules.everyPackageIsNullMarked().check(program);
  }

  private static boolean isInARoomOf(String module, JavaClass type) {
    return type.getPackageName().startsWith("dev.lastseat." + module + ".");
  }

  private static Stream<DynamicTest> each(Function<ModuleTable.Row, ArchRule> rule) {
    return each(_ -> true, rule);
  }

  private static Stream<DynamicTest> each(
      Predicate<ModuleTable.Row> which, Function<ModuleTable.Row, ArchRule> rule) {
    return ModuleTable.ROWS.stream()
        .filter(which)
        .map(row -> DynamicTest.dynamicTest(row.module(), () -> rule.apply(row).check(program)));
  }
}
