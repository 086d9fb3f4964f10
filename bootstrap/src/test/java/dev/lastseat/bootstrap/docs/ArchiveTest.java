package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.project.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn -Pdist package} makes with {@code dev/dist}. */
class ArchiveTest {
  @TempDir Path folder;

  @Test
  void it_is_unpacked_and_sells_where_no_jdk_is() throws Exception {
    Checkout checkout = Checkout.in(folder);
    try (Terminal pack =
        checkout.type("set -e; dev/dist 0; mkdir units; " + installed(), Checkout.SHORT_TRAINING)) {
      String output = pack.rest();
      assertThat(pack.status()).as(output).isZero();
    }
    assertThat(folder.resolve("units/lastseat.service")).exists();
    try (Terminal serve =
        checkout.type(
            "mkdir tmp && env -i PATH=/usr/bin:/bin PORT=0"
                + " JAVA_OPTS='-Xlog:class+load:file=classes.log -Djava.io.tmpdir=tmp'"
                + " opt/lastseat/bin/lastseat serve",
            Map.of())) {
      String address =
          serve.linesUntil("Lastseat listens").getLast().replaceFirst(".*(http://\\S+) -.*", "$1");
      try (Terminal curl = checkout.type("curl -s " + address + "/api/v1/health", Map.of())) {
        assertThat(curl.rest()).contains("\"success\":true");
      }
      assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }
    List<String> loaded = Files.readAllLines(folder.resolve("classes.log"));
    assertThat(loaded.stream().filter(line -> line.contains("shared objects file")).count())
        .isGreaterThan(loaded.size() * 9L / 10);
  }

  /** What docs/deploy.md says, but for what only root can do and folders of the machine. */
  private static String installed() throws IOException {
    String commands = Step.of("docs/deploy.md", "A server of your own").getFirst().commands();
    String files =
        commands
            .lines()
            .filter(line -> line.matches("(install -d|tar|cp) .*"))
            .collect(Collectors.joining("; "));
    assertThat(files).contains("install -d /opt", "tar ", "cp ");
    return files
        .replace(" lastseat-*", " bootstrap/target/lastseat-0-*")
        .replace(" /opt/", " opt/")
        .replace("/etc/systemd/system", "units");
  }

  @Test
  void it_refuses_words_that_it_does_not_know() throws Exception {
    try (Terminal help = Checkout.in(folder).type("dev/lastseat-installed start", Map.of())) {
      assertThat(help.rest())
          .contains("serve | backup FILE | restore FILE | verify [CHECKPOINT...] | admin");
      assertThat(help.status()).isEqualTo(2);
    }
  }
}
