package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.project.Terminal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an account as docs/accounts.md tells it, typed as it stands. */
class AccountsPageTest {
  private static final String ADDRESS = "localhost:8080";

  /** A character that no answer has, printed after each step. */
  private static final String END = "\u001e";

  @TempDir Path folder;

  @Test
  void an_account_lives_as_the_page_tells() throws Exception {
    List<Step> steps = Step.of("docs/accounts.md", "In ten minutes");
    assertThat(steps).hasSizeGreaterThan(15);
    Step serve = steps.removeFirst();
    Checkout checkout = Checkout.in(folder);
    try (Terminal first = checkout.type(serve.commands(), Map.of("PORT", "0"))) {
      String line = first.linesUntil("Lastseat listens on ").getLast();
      String address = URI.create(line.split(" ")[3]).getAuthority();
      String script =
          steps.stream()
              .map(step -> step.commands().replace(ADDRESS, address) + "\nprintf '" + END + "'\n")
              .collect(Collectors.joining());
      try (Terminal second = checkout.type(script, Map.of())) {
        List<String> printed = List.of(second.rest().split(END));
        assertThat(printed).hasSameSizeAs(steps);
        for (int i = 0; i < steps.size(); i++) {
          assertThat(printed.get(i).strip())
              .as(steps.get(i).commands())
              .isEqualTo(String.join("\n", steps.get(i).output()).strip());
        }
      }
    }
  }
}
