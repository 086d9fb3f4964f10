package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.embedded.EmbeddedAdapters;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps the program from starting is said in one line, and it exits with 1. */
class StartTest {
  @TempDir Path data;

  @Test
  void a_port_in_use_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      String port = String.valueOf(taken.getLocalPort());
      assertRefused(data, Map.of("PORT", port), "port " + port);
    }
  }

  @Test
  void a_data_folder_that_is_a_file_is_named() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "not a folder");
    assertRefused(file, Map.of(), file + " is not a folder");
  }

  @Test
  void a_data_folder_that_cannot_be_made_is_named() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "not a folder");
    assertRefused(file.resolve("data"), Map.of(), "Not a directory");
  }

  @Test
  void a_mongodb_that_is_away_is_named() throws Exception {
    String nobody = "mongodb://127.0.0.1:1/lastseat?serverSelectionTimeoutMS=200";
    String error = assertRefused(data, SharedEngines.settings(nobody, ""), "does not answer");
    assertThat(error).contains("mongodb://127.0.0.1:1/").hasSizeLessThan(200);
  }

  @Test
  void a_short_secret_is_named_but_not_shown() throws Exception {
    String error = assertRefused(data, Map.of("JWT_SECRET", "tooshort"), "JWT_SECRET");
    assertThat(error).contains("at least 32 bytes").doesNotContain("tooshort");
  }

  @Test
  void a_number_that_is_none_is_named_with_what_was_expected() throws Exception {
    assertRefused(data, Map.of("PORT", "http"), "PORT is 'http': must be a whole number");
  }

  @Test
  void a_length_of_time_that_is_none_is_named_with_what_was_expected() throws Exception {
    assertRefused(
        data, Map.of("HOLD_TTL", "0s"), "HOLD_TTL is '0s': must be a length of time of 1ms");
  }

  @Test
  void a_damaged_file_is_named_and_left_untouched() throws Exception {
    Path file = data.resolve("lastseat.db");
    byte[] garbage = "this is no database at all, but a letter to a friend".repeat(100).getBytes();
    Files.write(file, garbage);
    assertRefused(data, Map.of(), file.toString());
    assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
  }

  @Test
  void a_secret_that_cannot_be_read_is_named() throws Exception {
    Path folder = Files.createDirectory(data.resolve("jwt.secret"));
    assertRefused(data, Map.of(), folder.toString());
  }

  @Test
  void a_store_that_cannot_be_written_now_is_named() throws Exception {
    EmbeddedAdapters.open(data, Clock.systemUTC()).close();
    Path file = data.resolve("lastseat.db");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      assertRefused(data, Map.of(), file.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "restore", "verify"})
  void a_file_without_a_name_is_refused(String word) throws Exception {
    Process program =
        Programs.run(
            System.getProperty("java.class.path"),
            Map.of("DATA_DIR", data.toString()),
            "dev.lastseat.bootstrap.Main",
            word,
            "");
    assertThat(program.errorReader().lines()).containsExactly("'' is no name of a file");
    assertThat(program.waitFor()).isEqualTo(1);
  }

  private static String assertRefused(Path data, Map<String, String> more, String evidence)
      throws Exception {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(more);
    Process program = Programs.spawn(data, settings);
    List<String> error = program.errorReader().lines().toList();
    assertThat(program.waitFor()).isEqualTo(1);
    assertThat(error).hasSize(1);
    assertThat(program.inputReader().lines()).isEmpty();
    assertThat(error.getFirst()).contains(evidence).doesNotContain("Exception");
    return error.getFirst();
  }
}
