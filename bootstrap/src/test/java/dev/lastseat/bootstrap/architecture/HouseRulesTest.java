package dev.lastseat.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                    () -> fails(rules.mayUseOnly(row.module(), row.packages(rules)), "Culprit")));
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
  void a_class_in_no_row_of_the_table_is_found() {
    fails(rules.everyClassIsIn(ModuleTable.MODULES), "EveryDriver");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls method <java.time.Instant.now()>",
        "calls method <java.time.Instant.now(java.time.Clock)>",
        "calls method <java.time.LocalDate.now(java.time.ZoneId)>",
        "calls method <java.time.LocalDateTime.now(java.time.ZoneId)>",
        "calls method <java.time.ZonedDateTime.now(java.time.ZoneId)>",
        "calls method <java.time.OffsetDateTime.now(java.time.ZoneId)>",
        "calls method <java.time.Clock.systemUTC()>",
        "calls method <java.time.Clock.systemDefaultZone()>",
        "calls method <java.time.Clock.system(java.time.ZoneId)>",
        "calls method <java.time.Clock.tickMillis(java.time.ZoneId)>",
        "calls method <java.time.Clock.tick(java.time.Clock, java.time.Duration)>",
        "calls method <java.time.InstantSource.system()>",
        "calls method <java.lang.System.currentTimeMillis()>",
        "references method <java.lang.System.nanoTime()>",
        "references method <java.time.Instant.now()>",
        "calls constructor <java.util.Date.<init>()>",
        "calls method <java.util.Calendar.getInstance()>",
        "calls constructor <java.util.GregorianCalendar.<init>()>",
        "calls method <java.io.File.lastModified()>"
      })
  void a_clock_outside_bootstrap_is_found(String access) {
    fails(rules.noClockAndNoRandomnessOutsideBootstrap(), access);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls method <java.time.Clock.systemUTC()>",
        "calls method <java.time.Clock.system(java.time.ZoneId)>"
      })
  void a_clock_that_is_finer_than_the_stores_is_found(String access) {
    fails(rules.noClockFinerThanTheStores(), access);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls method <java.util.UUID.randomUUID()>",
        "calls method <java.lang.Math.random()>",
        "references method <java.util.concurrent.ThreadLocalRandom.current()>",
        "calls method <java.util.random.RandomGenerator.getDefault()>",
        "calls method <java.util.random.RandomGenerator.of(java.lang.String)>",
        "calls constructor <java.util.Random.<init>(long)>",
        "references constructor <java.util.Random.<init>()>",
        "calls constructor <java.util.SplittableRandom.<init>()>",
        "calls constructor <java.security.SecureRandom.<init>()>",
        "calls method <java.security.SecureRandom.getInstanceStrong()>",
        "calls method <java.util.random.RandomGeneratorFactory.getDefault()>",
        "calls method <javax.crypto.KeyGenerator.getInstance(java.lang.String)>",
        "calls method <java.security.KeyPairGenerator.getInstance(java.lang.String)>",
        "calls method <java.lang.System.identityHashCode(java.lang.Object)>",
        "calls method <java.util.Collections.shuffle(java.util.List)>"
      })
  void randomness_outside_bootstrap_is_found(String access) {
    fails(rules.noClockAndNoRandomnessOutsideBootstrap(), access);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.sql.Connection", "java.net.http.HttpClient"})
  void the_part_of_the_jdk_that_is_not_for_the_domain_is_found(String type) {
    ModuleTable.Row domain = ModuleTable.ROWS.getFirst();
    fails(rules.mayUseOnly(domain.module(), domain.packages(rules)), type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Thread.sleep(long)",
        "java.lang.Class.forName(java.lang.String)",
        "java.lang.System.getenv(java.lang.String)"
      })
  void a_way_around_the_ports_is_found(String call) {
    fails(rules.noWayAroundThePorts(), call);
  }

  @Test
  void a_route_that_asks_a_store_is_found() {
    fails(rules.routesReachUseCasesOnly(), "StoreRoute");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Memory.counted", "Memory.known", "Memory.assigned"})
  void static_state_is_found(String field) {
    fails(rules.noStaticMutableState(), field);
  }

  @Test
  void a_constant_is_no_state() {
    assertThat(rules.noStaticMutableState().evaluate(violation).getFailureReport().toString())
        .doesNotContain("CONSTANT");
  }

  @Test
  void a_class_that_is_no_door_but_entered_is_found() {
    fails(rules.isEnteredOnlyBy("mongo", List.of("MongoAdapters")), "Burglar");
  }

  @Test
  void a_driver_in_what_an_adapter_shows_is_found() {
    fails(
        rules.showsNo(List.of("org.bson.."), "mongo", List.of("MongoAdapters")),
        "documents() shows org.bson.Document");
  }

  @Test
  void a_package_that_is_not_null_marked_is_found() {
    fails(rules.everyPackageIsNullMarked(), "violation.http.Memory");
  }

  @Test
  void a_class_in_the_folder_of_another_module_is_found() {
    fails(rules.everyClassIsInTheFolderOf("domain", "domain"), "Culprit lies in ");
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
