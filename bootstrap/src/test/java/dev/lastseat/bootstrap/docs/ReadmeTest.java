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

/** The five minutes of README.md, typed as they stand. */
class ReadmeTest {
  private static final String ADDRESS = "localhost:8080";

  /** A character that no answer has, printed after each step. */
  private static final String END = "\u001e";

  @TempDir Path folder;

  @Test
  void the_five_minutes_print_what_the_page_shows() throws Exception {
    List<Step> steps = Step.of("README.md", "Five minutes");
    assertThat(steps).hasSizeGreaterThan(4);
    Step serve = steps.removeFirst();
    Checkout checkout = Checkout.in(folder);
    try (Terminal first = checkout.type(serve.commands(), Map.of("PORT", "0"))) {
      String line = first.linesUntil("Lastseat listens on ").getLast();
      String address = URI.create(line.split(" ")[3]).getAuthority();
      assertThat(line.replace(address, ADDRESS)).isEqualTo(serve.output().getFirst());
      try (Terminal second = checkout.type(script(steps, address), Map.of())) {
        assertShown(steps, List.of(second.rest().split(END)));
      }
    }
  }

  private static String script(List<Step> steps, String address) {
    return steps.stream()
        .map(step -> step.commands().replace(ADDRESS, address) + "\nprintf '" + END + "'\n")
        .collect(Collectors.joining());
  }

  private static void assertShown(List<Step> steps, List<String> printed) {
    assertThat(printed).hasSameSizeAs(steps);
    for (int i = 0; i < steps.size(); i++) {
      assertThat(Output.comparable(printed.get(i))).contains(Output.pieces(steps.get(i).output()));
    }
  }
}
