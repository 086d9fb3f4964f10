package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Checkout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an account as docs/accounts.md tells it, typed as it stands. */
class AccountsPageTest {
  @TempDir Path folder;

  @Test
  void an_account_lives_as_the_page_tells() throws Exception {
    List<Step> steps = Step.of("docs/accounts.md", "In ten minutes");
    assertThat(steps).hasSizeGreaterThan(15);
    Step serve = steps.removeFirst();
    List<String> printed = ServedPage.type(Checkout.in(folder), serve, steps).printed();
    assertThat(printed).hasSameSizeAs(steps);
    for (int i = 0; i < steps.size(); i++) {
      assertThat(printed.get(i).strip())
          .as(steps.get(i).commands())
          .isEqualTo(String.join("\n", steps.get(i).output()).strip());
    }
  }
}
