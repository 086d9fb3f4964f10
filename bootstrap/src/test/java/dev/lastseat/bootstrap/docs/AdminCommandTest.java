package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.project.Terminal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lastseat admin}, on the machine where the store is. */
class AdminCommandTest {
  private static final String LOG_IN =
      "curl -s -o /dev/null -w '%%{http_code}' %s/api/v1/auth/login"
          + " -H 'Content-Type: application/json' -d '{\"email\":\"%s\",\"password\":\"%s\"}'";

  /** With figures where this machine cannot show any, as where the program shows them already. */
  private static final String WATCHED_ELSEWHERE = "METRICS_HOST=203.0.113.1 METRICS_PORT=9464 ";

  @TempDir Path folder;

  @Test
  void admins_are_made_listed_and_let_in_again() throws Exception {
    Checkout checkout = Checkout.in(folder);
    String first = password(typed(checkout, "./lastseat admin create Ada@Example.com", 0));
    String second = password(typed(checkout, "./lastseat admin reset-password ada@example.com", 0));
    assertThat(typed(checkout, "./lastseat admin create ada@example.com", 0))
        .contains("ada@example.com is an admin now, with the password that it had");
    assertThat(typed(checkout, WATCHED_ELSEWHERE + "./lastseat admin list", 0))
        .isEqualTo("ada@example.com  Admin");
    assertThat(typed(checkout, "./lastseat verify", 0)).endsWith(" 0 differences");
    assertThat(second).isNotEqualTo(first);

    try (Terminal serve = checkout.type("./lastseat serve", Map.of("PORT", "0"))) {
      String address =
          serve.linesUntil("Lastseat listens").getLast().replaceFirst(".*(http://\\S+) -.*", "$1");
      assertThat(typed(checkout, LOG_IN.formatted(address, "ada@example.com", first), 0))
          .isEqualTo("401");
      assertThat(typed(checkout, LOG_IN.formatted(address, "ada@example.com", second), 0))
          .isEqualTo("200");
      assertThat(typed(checkout, "./lastseat admin list", 1))
          .isEqualTo("data is in use by another Lastseat (it holds lastseat.lock)");
    }
  }

  @Test
  void what_is_wrong_is_named() throws Exception {
    Checkout checkout = Checkout.in(folder);
    for (String words : new String[] {"admin list", "admin reset-password bob@example.com"}) {
      assertThat(typed(checkout, "./lastseat " + words, 1))
          .isEqualTo("data/lastseat.db is not there");
    }
    typed(checkout, "./lastseat admin create ada@example.com", 0);
    assertThat(typed(checkout, "./lastseat admin reset-password bob@example.com", 1))
        .contains("no admin has the address bob@example.com");
    assertThat(typed(checkout, "./lastseat admin create bob", 1))
        .contains("'bob' is no e-mail address");
    for (String words :
        new String[] {"rebuild", "admin", "admin create", "admin delete bob@example.com"}) {
      assertThat(typed(checkout, "./lastseat " + words, 2)).contains("admin create EMAIL");
    }
  }

  private static String password(String told) {
    assertThat(told).startsWith("ada@example.com logs in with the password ");
    return told.substring(told.lastIndexOf(' ') + 1);
  }

  private static String typed(Checkout checkout, String command, int status) throws Exception {
    try (Terminal terminal = checkout.type(command, Map.of())) {
      String output = terminal.rest().strip();
      assertThat(terminal.status()).as(output).isEqualTo(status);
      return output;
    }
  }
}
