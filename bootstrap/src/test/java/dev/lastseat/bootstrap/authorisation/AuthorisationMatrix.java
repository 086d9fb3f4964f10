package dev.lastseat.bootstrap.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.e2e.BoxOffice;
import dev.lastseat.bootstrap.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the contract answers everybody with the status that the table has. */
abstract class AuthorisationMatrix {
  private static final String SECRET = "a secret that the test knows too, to make tokens";

  /** The engines, as settings. */
  abstract Map<String, String> engines(Path folder);

  @Test
  void everybody_is_answered_as_the_table_says_and_no_operation_is_without_a_row(
      @TempDir Path data) {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("API_KEY_RATE_LIMIT_REQUESTS", "1000000");
    settings.putAll(engines(data));
    settings.put("JWT_SECRET", SECRET);
    List<Row> rows = Row.all();
    try (Lastseat lastseat = Lastseat.start(Settings.from(settings));
        BoxOffice office = new BoxOffice(lastseat.uri());
        Client client = new Client(lastseat.uri())) {
      Cast cast = new Cast(client, office.adminToken(), SECRET);

      assertThat(rows.stream().map(row -> row.answered(client, cast)))
          .containsExactlyElementsOf(rows.stream().map(Row::line).toList());
      assertThat(rows.stream().map(Row::operation).distinct())
          .containsExactlyInAnyOrderElementsOf(client.operations());
    }
  }
}
