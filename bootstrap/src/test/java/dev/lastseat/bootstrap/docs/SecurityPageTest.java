package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md claims is shown by a test that is there. */
class SecurityPageTest {
  private static final String PAGE = "docs/security.md";
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
  private static final Pattern SHOWN =
      Pattern.compile(".*(`\\w+Test`|does not apply|not fulfilled) \\|");

  @Test
  void every_test_that_it_names_is_there() throws IOException {
    List<String> named =
        Project.findings(PAGE, TEST).map((MatchResult found) -> found.group(1)).toList();

    assertThat(named).hasSizeGreaterThan(60);
    assertThat(tests()).containsAll(named);
  }

  @Test
  void every_requirement_names_a_test_or_says_why_there_is_none() throws IOException {
    String page = Files.readString(Project.ROOT.resolve(PAGE));
    List<String> rows =
        page.substring(page.indexOf("### V2"))
            .lines()
            .filter(line -> line.startsWith("|"))
            .filter(line -> !line.matches("\\|[- |]+") && !line.endsWith("| shown by |"))
            .toList();

    assertThat(rows).hasSizeGreaterThan(50).allMatch(row -> SHOWN.matcher(row).matches());
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Project.ROOT)) {
      return files
          .filter(file -> file.toString().contains("src/test/java"))
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
