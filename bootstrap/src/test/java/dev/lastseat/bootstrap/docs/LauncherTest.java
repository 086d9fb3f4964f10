package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.project.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./lastseat} says and does where something is wrong. */
class LauncherTest {
  private static final String NO_MEMORY = "-Xmx6m";

  private static final String LOG_IN =
      "curl -s -H 'Content-Type: application/json'"
          + " -d '{\"email\":\"admin@lastseat.local\",\"password\":\"%s\"}' %s/api/v1/auth/login";

  @TempDir Path folder;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = Checkout.in(folder);
  }

  @Test
  void a_port_in_use_is_one_line() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(typed("./lastseat serve", 1, Map.of("PORT", port)).lines())
          .singleElement()
          .asString()
          .contains("port " + port);
    }
    try (var files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("hs_err"));
    }
  }

  @Test
  void the_classes_come_from_the_cache_that_the_build_made() throws Exception {
    String log = "-Xlog:class+load:file=classes.log";
    try (Terminal serve =
        checkout.type("./lastseat serve", Map.of("PORT", "0", "JAVA_OPTS", log))) {
      serve.linesUntil("Store:");
    }
    List<String> loaded = Files.readAllLines(folder.resolve("classes.log"));
    assertThat(loaded).hasSizeGreaterThan(4_000);
    assertThat(loaded.stream().filter(line -> line.contains("shared objects file")).count())
        .isGreaterThan(loaded.size() * 9L / 10);
  }

  @ParameterizedTest
  @CsvSource({
    "8000000, max, ''",
    "8000000, 536870912, ''",
    "8000000, 300000000, ' -Xmx71m'",
    "8000000, 50000000, ' -Xmx48m'",
    "400000, max, ' -Xmx97m'",
  })
  void the_heap_fits_a_small_machine_or_container(String kilobytes, String limit, String heap)
      throws Exception {
    Files.writeString(folder.resolve("meminfo"), "MemTotal:        " + kilobytes + " kB\n");
    Files.writeString(folder.resolve("memory.max"), limit + "\n");

    assertThat(typed("dev/memory meminfo memory.max", 0, Map.of()))
        .isEqualTo("-XX:TrimNativeHeapInterval=10000" + heap);
    assertThat(typed("dev/memory none", 0, Map.of())).isEmpty();
  }

  @Test
  void the_heap_is_as_jvm_options_has_it_unless_java_opts_says_otherwise() throws Exception {
    String flags = "./lastseat serve | grep -o 'MaxHeapSize *= [0-9]*'";
    String print = "-XX:+PrintFlagsFinal -version";

    assertThat(typed(flags, 0, Map.of("JAVA_OPTS", print))).contains("= 134217728");
    assertThat(typed(flags, 0, Map.of("JAVA_OPTS", "-Xmx64m " + print))).contains("= 67108864");
  }

  @Test
  void nothing_is_left_in_the_temporary_folder_when_it_is_killed() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    String there = "-Djava.io.tmpdir=tmp";
    try (Terminal serve =
        checkout.type("./lastseat serve", Map.of("PORT", "0", "JAVA_OPTS", there))) {
      serve.linesUntil("Store:");
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void a_cache_of_another_jar_is_made_anew() throws Exception {
    Path built = folder.resolve("bootstrap/target");
    Path cache = cacheIn(built);
    shortenTraining();
    Files.setLastModifiedTime(built.resolve("lastseat.jar"), FileTime.from(Instant.now()));

    assertThat(typed("./lastseat build", 0, Map.of())).contains("rehearsing a sale");
    assertThat(cache).hasContent("made anew");
    assertThat(typed("./lastseat build", 0, Map.of())).doesNotContain("rehearsing a sale");
  }

  @Test
  void another_jdk_makes_a_cache_of_its_own() throws Exception {
    shortenTraining();
    typed(
        "mkdir jdk && ln -s \"$JAVA_HOME\"/* jdk && rm jdk/release"
            + " && (cat \"$JAVA_HOME/release\"; echo ANOTHER=1) > jdk/release",
        0,
        Map.of());
    String build = "JAVA_HOME=$PWD/jdk ./lastseat build";

    assertThat(typed("./lastseat build", 0, Map.of())).doesNotContain("rehearsing a sale");
    assertThat(typed(build, 0, Map.of())).contains("rehearsing a sale");
    assertThat(typed(build, 0, Map.of())).doesNotContain("rehearsing a sale");
  }

  /** The rehearsal that is left to the other tests takes half a minute. */
  private void shortenTraining() throws IOException {
    Files.writeString(
        folder.resolve("dev/Training.java"),
        """
        void main(String[] arguments) throws Exception {
          java.nio.file.Files.writeString(java.nio.file.Path.of(arguments[0]), "made anew");
        }
        """);
  }

  private static Path cacheIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".aot")).findFirst().orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve --port 9000", "build extra", "demo extra"})
  void arguments_that_nobody_reads_are_refused(String words) throws Exception {
    assertThat(typed("./lastseat " + words, 2, Map.of()))
        .contains("takes no arguments", "PORT=9000 ./lastseat serve");
  }

  @Test
  void benchmarks_without_k6_say_how_to_get_it() throws Exception {
    String without = "mkdir bin && ln -s $(which bash dirname cat) bin && PATH=$PWD/bin ";
    assertThat(typed(without + "./lastseat bench --quick", 2, Map.of()))
        .contains("k6 not found", "go install go.k6.io/k6@v");
  }

  @Test
  void the_program_refuses_arguments_too() throws Exception {
    String java = "\"$JAVA_HOME\"/bin/java -jar bootstrap/target/lastseat.jar --port 9000";
    assertThat(typed(java, 2, Map.of())).contains("takes no arguments", "--port 9000");
  }

  @Test
  void the_program_ends_when_its_memory_does() throws Exception {
    String output = typed("./lastseat serve", 3, Map.of("PORT", "0", "JAVA_OPTS", NO_MEMORY));
    assertThat(output).contains("java.lang.OutOfMemoryError");
  }

  @Test
  void a_line_of_the_file_of_settings_that_is_none_is_named() throws Exception {
    Files.writeString(
        folder.resolve(".env"),
        """
        # settings

        LOG_LEVL=info
        JAVA_OPTS=-Xmx128m
        PORT=http
        export JWT_SECRET=secret
        """);
    assertThat(typed("./lastseat serve", 1, Map.of()))
        .contains(
            ".env has LOG_LEVL, which is no setting",
            "line 6 of .env is no NAME=VALUE, and is not read",
            "PORT is 'http'")
        .doesNotContain("JAVA_OPTS", "secret", "line 1 ", "line 2 ");
  }

  @Test
  void a_made_up_password_is_in_a_file_of_its_owner_and_nowhere_else() throws Exception {
    try (Terminal serve = checkout.type("./lastseat serve", Map.of("PORT", "0"))) {
      List<String> printed = serve.linesUntil("Admin: the password that was made up is in ");
      Path file = folder.resolve("data/admin.password");
      assertThat(printed.getLast()).endsWith("data/admin.password");
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      String password = Files.readString(file).strip();
      assertThat(printed).noneMatch(line -> line.contains(password));
      String address = printed.stream().filter(line -> line.contains("http://")).findFirst().get();
      assertThat(
              typed(
                  LOG_IN.formatted(password, address.replaceFirst(".*(http://\\S+:\\d+) .*", "$1")),
                  0,
                  Map.of()))
          .contains("\"accessToken\"");
    }
  }

  private String typed(String command, int status, Map<String, String> settings) throws Exception {
    try (Terminal terminal = checkout.type(command, settings)) {
      String output = terminal.rest();
      assertThat(terminal.status()).as(output).isEqualTo(status);
      return output;
    }
  }
}
