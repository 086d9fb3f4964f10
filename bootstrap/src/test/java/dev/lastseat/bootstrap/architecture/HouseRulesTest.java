package dev.lastseat.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule of the house fails on the small program in {@code violation}, which breaks all of them.
 */
class HouseRulesTest {
  private static final String ROOT = HouseRulesTest.class.getPackageName() + ".violation";
  private static final HouseRules rules = new HouseRules(ROOT);
  private static final JavaClasses violation = new ClassFileImporter().importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> a_module_that_uses_what_its_row_does_not_allow_is_found() {
    return ModuleTable.ROWS.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.module(),
                    () -> fails(rules.mayUseOnly(row.module(), row.mayUse(rules)), "Culprit")));
  }

  @TestFactory
  Stream<DynamicTest> a_driver_in_a_second_module_is_found() {
    return ModuleTable.ROWS.stream()
        .filter(row -> !row.drivers().isEmpty())
        .flatMap(
            row ->
                row.drivers().stream()
                    .filter(driver -> !driver.startsWith("kotlin"))
                    .map(
                        driver ->
                            DynamicTest.dynamicTest(
                                driver,
                                () -> fails(rules.onlyIn(row.module(), driver), "EveryDriver"))));
  }

  @Test
  void a_cycle_between_modules_is_found() {
    fails(rules.noCyclesBetweenModules(), "Cycle detected");
  }

  @Test
  void a_cycle_inside_a_module_is_found() {
    fails(rules.noCyclesInside("domain"), "Cycle detected");
  }

  @Test
  void a_clock_outside_bootstrap_is_found() {
    fails(rules.noClockAndNoRandomnessOutsideBootstrap(), "Instant.now()");
  }

  @Test
  void randomness_outside_bootstrap_is_found() {
    fails(rules.noClockAndNoRandomnessOutsideBootstrap(), "UUID.randomUUID()");
  }

  @Test
  void a_rule_that_matches_no_class_fails() {
    assertThatThrownBy(() -> rules.mayUseOnly("nowhere").check(violation))
        .hasMessageContaining("failed to check any classes");
  }

  private static void fails(ArchRule rule, String evidence) {
    assertThat(rule.evaluate(violation).getFailureReport().toString()).contains(evidence);
  }
}
