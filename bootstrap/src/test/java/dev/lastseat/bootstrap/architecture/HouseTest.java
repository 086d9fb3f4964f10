package dev.lastseat.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    return ModuleTable.ROWS.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.module(),
                    () -> rules.mayUseOnly(row.module(), row.mayUse(rules)).check(program)));
  }

  @Test
  void every_class_is_in_a_row_of_the_table() {
    rules.everyClassIsIn(ModuleTable.MODULES).check(program);
  }

  @TestFactory
  Stream<DynamicTest> every_driver_is_imported_in_one_module() {
    return ModuleTable.ROWS.stream()
        .filter(row -> !row.drivers().isEmpty())
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.module(),
                    () ->
                        rules
                            .onlyIn(row.module(), row.drivers().toArray(String[]::new))
                            .check(program)));
  }

  @Test
  void the_modules_form_no_cycle() {
    rules.noCyclesBetweenModules().check(program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"domain", "application", "bootstrap"})
  void the_packages_of_a_module_form_no_cycle(String module) {
    rules.noCyclesInside(module).check(program);
  }

  @Test
  void clock_and_randomness_stay_in_bootstrap() {
    rules.noClockAndNoRandomnessOutsideBootstrap().check(program);
  }
}
