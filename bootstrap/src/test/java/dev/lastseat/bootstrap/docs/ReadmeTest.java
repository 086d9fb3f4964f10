package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Checkout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five minutes of README.md, typed as they stand. */
class ReadmeTest {
  @TempDir Path folder;

  @Test
  void the_five_minutes_print_what_the_page_shows() throws Exception {
    List<Step> steps = Step.of("README.md", "Five minutes");
    assertThat(steps).hasSizeGreaterThan(4);
    Step serve = steps.removeFirst();
    ServedPage page = ServedPage.type(Checkout.in(folder), serve, steps);
    assertThat(page.greeting()).isEqualTo(serve.output().getFirst());
    assertShown(steps, page.printed());
  }

  private static void assertShown(List<Step> steps, List<String> printed) {
    assertThat(printed).hasSameSizeAs(steps);
    for (int i = 0; i < steps.size(); i++) {
      assertThat(Output.comparable(printed.get(i))).contains(Output.pieces(steps.get(i).output()));
    }
  }
}
