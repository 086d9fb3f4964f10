package dev.lastseat.embedded.sqlite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.port.UnusableStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of the test follow the first one of the program. */
class SchemaScriptsTest {
  @TempDir Path folder;

  @Test
  void a_new_file_has_every_script_applied_in_order() throws SQLException {
    try (SqlConnection store = open("V1.sql", "T2.sql", "T3.sql")) {
      assertThat(note(store)).isEqualTo("two, three");
      assertThat(store.number(StoreFile.SCHEMA_VERSION)).isEqualTo(3);
    }
  }

  @Test
  void an_older_file_gets_the_scripts_it_lacks_and_each_once() throws SQLException {
    open("V1.sql").close();
    open("V1.sql", "T2.sql").close();
    open("V1.sql", "T2.sql", "T3.sql").close();

    try (SqlConnection store = open("V1.sql", "T2.sql", "T3.sql")) {
      assertThat(note(store)).isEqualTo("two, three");
      assertThat(store.number("select beat from pulse")).isEqualTo(3);
    }
  }

  @Test
  void a_script_that_fails_changes_nothing_and_the_one_before_stays_applied() throws SQLException {
    open("V1.sql").close();
    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(() -> open("V1.sql", "T2.sql", "T3-broken.sql"))
        .withMessageContaining("nowhere");

    try (SqlConnection store = open("V1.sql", "T2.sql")) {
      assertThat(note(store)).isEqualTo("two");
      assertThat(store.number(StoreFile.SCHEMA_VERSION)).isEqualTo(2);
    }
  }

  @Test
  void a_file_with_more_scripts_than_are_known_is_refused() {
    open("V1.sql", "T2.sql").close();

    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(() -> open("V1.sql"))
        .withMessageContaining("newer");
  }

  private SqlConnection open(String... scripts) {
    return new StoreFile(folder.resolve("lastseat.db"), List.of(scripts)).open();
  }

  private static String note(SqlConnection store) throws SQLException {
    return store.first("select note from pulse", row -> row.text("note")).orElseThrow();
  }
}
