package dev.lastseat.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The poms say what the module table says. */
class PomsTest {
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> the_main_code_of_a_module_has_the_libraries_of_its_row_and_no_others() {
    return each(
        row ->
            assertThat(
                    names(
                        Project.ROOT.resolve(row.folder()), dependency -> !isForTests(dependency)))
                .containsExactlyInAnyOrderElementsOf(row.mayUse()));
  }

  @TestFactory
  Stream<DynamicTest> a_module_has_no_version_and_no_scope_of_its_own_but_that_of_tests() {
    return each(row -> assertThat(wilful(Project.ROOT.resolve(row.folder()))).isEmpty());
  }

  @Test
  void fixtures_of_tests_and_engines_are_for_tests_in_every_module() throws IOException {
    String parent = Files.readString(Project.ROOT.resolve("pom.xml"));
    assertThat(dependencies(parent).filter(PomsTest::isOfTests))
        .hasSizeGreaterThan(3)
        .allMatch(dependency -> dependency.contains("<scope>test</scope>"));
  }

  @Test
  void the_page_about_the_architecture_has_no_row_that_no_rule_holds() {
    assertThat(ModuleTable.page().map(row -> row.group(2)))
        .containsExactlyInAnyOrderElementsOf(ModuleTable.MODULES);
  }

  @Test
  void a_fixture_in_main_and_a_version_of_its_own_are_found() throws IOException {
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <dependency><artifactId>lastseat-domain</artifactId>
          <type>test-jar</type><scope>compile</scope></dependency>
        <dependency><artifactId>guava</artifactId><version>1</version></dependency>
        <dependency><artifactId>junit</artifactId><scope>test</scope></dependency>
        """);
    assertThat(names(folder, dependency -> !isForTests(dependency)))
        .containsExactlyInAnyOrder("domain", "guava");
    assertThat(wilful(folder)).hasSize(2);
  }

  private static List<String> wilful(Path module) throws IOException {
    return dependencies(Files.readString(module.resolve("pom.xml")))
        .filter(
            dependency ->
                dependency.contains("<version>")
                    || dependency.contains("<scope>")
                        && !dependency.contains("<scope>test</scope>"))
        .toList();
  }

  private static List<String> names(Path module, Predicate<String> which) throws IOException {
    return dependencies(Files.readString(module.resolve("pom.xml")))
        .filter(which)
        .map(
            dependency ->
                dependency.replaceAll("(?s).*<artifactId>(lastseat-)?|</artifactId>.*", ""))
        .toList();
  }

  private static boolean isForTests(String dependency) {
    return dependency.contains("<scope>test</scope>")
        || isOfTests(dependency) && !dependency.contains("<scope>");
  }

  /** By what the parent manages, so that the scope need not be repeated. */
  private static boolean isOfTests(String dependency) {
    return dependency.contains("<type>test-jar</type>") || dependency.contains("lastseat-engines");
  }

  private static Stream<String> dependencies(String pom) {
    return DEPENDENCY
        .matcher(pom.replaceAll("(?s)<exclusions>.*?</exclusions>", ""))
        .results()
        .map((MatchResult found) -> found.group(1));
  }

  private interface Check {
    void of(ModuleTable.Row row) throws IOException;
  }

  private static Stream<DynamicTest> each(Check check) {
    return ModuleTable.ROWS.stream()
        .map(row -> DynamicTest.dynamicTest(row.folder(), () -> check.of(row)));
  }
}
