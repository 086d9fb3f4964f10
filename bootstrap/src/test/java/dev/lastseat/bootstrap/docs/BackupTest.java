package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.project.Terminal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/operations.md for backup and restore, typed as they stand. */
class BackupTest {
  private static final Map<String, String> SETTINGS =
      Map.of("PORT", "0", "ADMIN_EMAIL", "admin@example.com", "ADMIN_PASSWORD", "a long password");
  private static final String REGISTER =
      """
      curl -s %s/api/v1/auth/register -H 'Content-Type: application/json' \\
        -d '{"email":"%s@example.com","password":"correct horse","name":"Somebody"}' |
        sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/'\
      """;

  @TempDir Path folder;

  @Test
  void a_copy_made_while_it_runs_restores_users_and_tokens_of_that_moment() throws Exception {
    List<Step> steps = Step.of("docs/operations.md", "Backup and restore");
    assertThat(steps).hasSize(2);
    Checkout checkout = Checkout.in(folder);
    String early;
    String late;
    try (Terminal program = checkout.type("./lastseat serve", SETTINGS)) {
      String address = address(program);
      early = output(checkout, REGISTER.formatted(address, "early"));
      assertThat(output(checkout, steps.getFirst().commands())).isEmpty();
      late = output(checkout, REGISTER.formatted(address, "late"));
      assertThat(status(checkout, address, late)).isEqualTo("200");
      program.terminate();
      assertThat(program.status()).isZero();
    }
    assertThat(output(checkout, steps.getLast().commands())).isEmpty();
    try (Terminal program = checkout.type("./lastseat serve", SETTINGS)) {
      String address = address(program);
      assertThat(status(checkout, address, early)).isEqualTo("200");
      assertThat(status(checkout, address, late)).isEqualTo("401");
    }
  }

  /** There is no locale here. */
  @Test
  void names_of_files_may_have_any_letters() throws Exception {
    Checkout checkout = Checkout.in(folder);
    String folderOfSales = "DATA_DIR=$'K\\303\\244ufe' ";
    output(checkout, folderOfSales + "./lastseat admin create ada@example.com");

    output(checkout, folderOfSales + "./lastseat backup $'f\\303\\274r heute.zip'");

    assertThat(output(checkout, "ls $'f\\303\\274r heute.zip' | wc -l")).isEqualTo("1");
  }

  @Test
  void a_backup_is_written_over_nothing_and_restored_over_nothing() throws Exception {
    Checkout checkout = Checkout.in(folder);
    try (Terminal program = checkout.type("./lastseat serve", SETTINGS)) {
      address(program);
      program.terminate();
      assertThat(program.status()).isZero();
    }
    assertThat(output(checkout, "./lastseat backup one.zip && ls -l one.zip"))
        .startsWith("-rw-------");

    assertThat(refused(checkout, "backup one.zip")).contains("one.zip is there already");
    assertThat(refused(checkout, "restore one.zip")).contains("data is not empty");
    assertThat(refused(checkout, "backup nowhere/one.zip")).endsWith("/nowhere is no folder");
    assertThat(refused(checkout, "restore none.zip")).contains("none.zip");
    output(checkout, "mv data data.old; head -c 1000 one.zip > half.zip");
    output(checkout, "\"$JAVA_HOME\"/bin/jar cMf other.zip dev/demo");
    assertThat(refused(checkout, "restore half.zip"))
        .contains("half.zip is no backup of Lastseat, or a damaged");
    assertThat(refused(checkout, "restore other.zip")).contains("other.zip is no backup");
    assertThat(refused(checkout, "backup two.zip")).contains("lastseat.db is not there");
    output(checkout, "mkdir data; ln -s lastseat.db data/lastseat.db");
    assertThat(refused(checkout, "backup two.zip"))
        .endsWith("lastseat.db cannot be read by this user");
    output(checkout, "rm -r data");
    assertThat(folder.resolve("data")).doesNotExist();
    output(
        checkout,
        "mkdir -m 755 data; mkdir elsewhere; cd elsewhere; ../lastseat restore ../one.zip");
    assertThat(
            output(checkout, "ls -l data/lastseat.db data/jwt.secret data/jwt-refresh.secret")
                .lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("-rw-------"));
  }

  private static String refused(Checkout checkout, String words) throws Exception {
    try (Terminal terminal = checkout.type("./lastseat " + words, Map.of())) {
      String output = terminal.rest();
      assertThat(terminal.status()).as(output).isEqualTo(1);
      assertThat(output.lines()).hasSize(1);
      return output;
    }
  }

  private static String status(Checkout checkout, String address, String token) throws Exception {
    String me = "curl -s -o /dev/null -w '%{http_code}' " + address + "/api/v1/auth/me";
    return output(checkout, me + " -H 'Authorization: Bearer " + token + "'");
  }

  private static String output(Checkout checkout, String commands) throws Exception {
    try (Terminal terminal = checkout.type("set -e\n" + commands, Map.of())) {
      String output = terminal.rest();
      assertThat(terminal.status()).isZero();
      return output;
    }
  }

  private static String address(Terminal program) throws Exception {
    String line = program.linesUntil("Lastseat listens on ").getLast();
    return URI.create(line.split(" ")[3]).toString();
  }
}
