package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page promises is shown by a test that is there, or another page says why not. */
class PromisesTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))(?:#(\\w+))?`");
  private static final Pattern SHOWN =
      Pattern.compile(".*\\| [^|]*(`\\w+(Test|Contract)|\\]\\((adr/|benchmarks))[^|]*\\|");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/payments.md", "docs/check-in.md"})
  void every_test_that_is_named_is_there(String page) throws IOException {
    Map<String, String> tests = tests();
    List<MatchResult> named = Project.findings(page, TEST).toList();

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named)
        .allSatisfy(
            found -> {
              assertThat(tests).containsKey(found.group(1));
              if (found.group(2) != null) {
                assertThat(tests.get(found.group(1))).contains("void " + found.group(2) + "(");
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/payments.md", "docs/check-in.md"})
  void every_rule_names_what_shows_it(String page) throws IOException {
    String text = Files.readString(Project.ROOT.resolve(page));
    List<String> rules =
        text.substring(text.indexOf("| rule | shown by |"))
            .lines()
            .skip(2)
            .filter(line -> line.startsWith("|"))
            .toList();

    assertThat(rules).hasSizeGreaterThan(15).allMatch(rule -> SHOWN.matcher(rule).matches());
  }

  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new HashMap<>();
    try (Stream<Path> files = Files.walk(Project.ROOT)) {
      for (Path file : files.filter(it -> it.toString().contains("src/test/java")).toList()) {
        if (file.toString().endsWith(".java")) {
          String name = file.getFileName().toString().replace(".java", "");
          tests.merge(name, Files.readString(file), String::concat);
        }
      }
    }
    return tests;
  }
}
