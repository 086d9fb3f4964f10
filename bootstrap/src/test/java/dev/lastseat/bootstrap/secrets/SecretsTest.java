package dev.lastseat.bootstrap.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path data;

  @Test
  void secrets_are_made_once_and_differ() {
    Secrets made = secrets(1);
    assertThat(made.jwt()).isNotEqualTo(made.refresh()).isNotEqualTo(made.audit());
    assertThat(secrets(2)).isEqualTo(made);
  }

  @Test
  void their_files_are_whole_their_owners_alone_and_nothing_is_left_beside_them()
      throws IOException {
    secrets(1);
    try (var files = Files.list(data)) {
      assertThat(files)
          .containsExactlyInAnyOrder(
              data.resolve("jwt.secret"),
              data.resolve("jwt-refresh.secret"),
              data.resolve("audit.secret"),
              data.resolve("ticket.secret"))
          .allSatisfy(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_named() throws IOException {
    Files.createDirectory(data.resolve("jwt.secret"));
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> secrets(1))
        .withMessageContaining(data.resolve("jwt.secret").toString());
  }

  @Test
  void half_a_secret_is_refused() throws IOException {
    Files.writeString(data.resolve("jwt.secret"), "half");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> secrets(1))
        .withMessageContaining("too short")
        .withMessageNotContaining("half");
  }

  @Test
  void the_folder_is_made_where_there_is_none() {
    Path folder = data.resolve("a/new/one");
    Settings settings = Settings.from(Map.of("DATA_DIR", folder.toString()));
    Secrets made = Secrets.of(settings, new SplittableRandom(1));
    assertThat(folder.resolve("jwt.secret")).hasContent(made.jwt());
  }

  private Secrets secrets(long seed) {
    Settings settings = Settings.from(Map.of("DATA_DIR", data.toString()));
    return Secrets.of(settings, new SplittableRandom(seed));
  }
}
