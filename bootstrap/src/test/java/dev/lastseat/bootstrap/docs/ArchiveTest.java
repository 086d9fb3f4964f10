package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.project.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn -Pdist package} makes with {@code dev/dist}. */
class ArchiveTest {
  @TempDir Path folder;

  @Test
  void it_is_unpacked_and_sells_where_no_jdk_is() throws Exception {
    Checkout checkout = Checkout.in(folder);
    try (Terminal pack =
        checkout.type(
            "dev/dist 0 && tar -xzf bootstrap/target/lastseat-0-*.tar.gz",
            Checkout.SHORT_TRAINING)) {
      String output = pack.rest();
      assertThat(pack.status()).as(output).isZero();
    }
    try (Terminal serve =
        checkout.type(
            "mkdir tmp && env -i PATH=/usr/bin:/bin PORT=0"
                + " JAVA_OPTS='-Xlog:class+load:file=classes.log -Djava.io.tmpdir=tmp'"
                + " lastseat-0-*/bin/lastseat serve",
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

  @Test
  void it_refuses_words_that_it_does_not_know() throws Exception {
    try (Terminal help = Checkout.in(folder).type("dev/lastseat-installed start", Map.of())) {
      assertThat(help.rest())
          .contains("serve | backup FILE | restore FILE | verify [CHECKPOINT...] | admin");
      assertThat(help.status()).isEqualTo(2);
    }
  }
}
