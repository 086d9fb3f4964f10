package dev.lastseat.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class EnginesTest {
  private static final Engine FIRST = new Engine("the first", "one://");
  private static final Engine SECOND = new Engine("the second", "two://");

  @TempDir private Path folder;

  @Test
  void the_first_source_that_has_an_engine_is_taken_and_the_others_are_not_asked() {
    Resolution resolution =
        Resolution.of(
            "taken",
            List.of(
                Optional::empty,
                () -> Optional.of(FIRST),
                () -> {
                  throw new AssertionError("asked");
                }),
            folder);

    assertThat(resolution.uriOrSkip()).isEqualTo("one://");
  }

  @Test
  void the_engine_that_was_taken_is_noted_for_the_end_of_the_run() throws IOException {
    Resolution.of("noted", List.of(() -> Optional.of(SECOND)), folder);

    assertThat(Files.readString(folder.resolve("noted.txt"))).isEqualTo("noted: the second\n");
  }

  @Test
  void without_an_engine_the_test_is_skipped_in_plain_words() throws IOException {
    Resolution none = Resolution.of("absent", List.of(Optional::empty), folder);

    assertThatThrownBy(none::uriOrSkip)
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("NOT TESTED: no engine for absent");
    assertThat(Files.readString(folder.resolve("absent.txt"))).isEqualTo("absent: none\n");
  }
}
