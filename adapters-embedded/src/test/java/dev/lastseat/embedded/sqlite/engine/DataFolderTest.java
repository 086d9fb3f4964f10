package dev.lastseat.embedded.sqlite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void a_folder_is_opened_once_at_a_time() {
    try (DataFolder _ = DataFolder.open(folder)) {
      assertInUse();
    }
    DataFolder.open(folder).close();
  }

  @Test
  void a_store_that_is_refused_gives_its_folder_back() throws IOException {
    Files.writeString(folder.resolve("lastseat.db"), "garbage");

    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(() -> Database.open(folder, Observer.NOBODY));
    DataFolder.open(folder).close();
  }

  @Test
  void a_folder_that_another_process_has_open_is_refused_until_that_process_ends()
      throws Exception {
    Process other = FolderHolder.spawn(folder);
    try {
      assertThat(other.inputReader().readLine()).isEqualTo(FolderHolder.READY);
      assertInUse();
    } finally {
      other.destroyForcibly().waitFor();
    }
    DataFolder.open(folder).close();
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_named() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(() -> DataFolder.open(file.resolve("data")))
        .withMessageStartingWith(file.resolve("data") + " cannot be written to");
  }

  private void assertInUse() {
    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(() -> DataFolder.open(folder))
        .withMessageStartingWith(folder + " is in use by another Lastseat");
  }
}
