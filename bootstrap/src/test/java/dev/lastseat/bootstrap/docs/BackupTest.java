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
