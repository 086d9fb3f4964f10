package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Project;
import dev.lastseat.bootstrap.settings.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program, {@code .env.example} and docs/operations.md know the same settings. */
class SettingsPagesTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^#?([A-Z0-9_]+)=(.*)$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| ([^|]*) \\|");

  @Test
  void the_example_names_exactly_the_settings_that_the_program_reads() throws IOException {
    assertThat(example().keySet()).containsExactlyInAnyOrderElementsOf(KnownSettings.names());
  }

  @Test
  void the_table_of_operations_names_exactly_the_settings_that_the_program_reads()
      throws IOException {
    assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(KnownSettings.names());
  }

  @Test
  void the_example_shows_the_defaults() throws IOException {
    Settings shown = Settings.from(example());
    Settings defaults = Settings.from(Map.of());
    assertThat(shown.dataDir().normalize()).isEqualTo(defaults.dataDir());
    assertThat(shown).usingRecursiveComparison().ignoringFields("dataDir").isEqualTo(defaults);
  }

  @Test
  void the_table_of_operations_shows_the_defaults_of_the_example() throws IOException {
    Map<String, String> shown = example();
    shown.values().removeIf(String::isEmpty);
    assertThat(table()).containsAllEntriesOf(shown);
  }

  private static Map<String, String> example() throws IOException {
    return entries(".env.example", EXAMPLE);
  }

  private static Map<String, String> table() throws IOException {
    return entries("docs/operations.md", ROW);
  }

  private static Map<String, String> entries(String file, Pattern pattern) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    Project.findings(file, pattern).forEach(found -> entries.put(found.group(1), found.group(2)));
    return entries;
  }
}
