package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sale to those only who have proved their address. */
@Timeout(60)
class VerifiedBuyersTest {
  private static final Pattern SECRET = Pattern.compile("verify-email#token=([\\w-]{43})\\s");

  @TempDir Path data;

  @Test
  void who_has_not_verified_the_address_buys_nothing_and_who_has_does() throws IOException {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    settings.put("VERIFIED_EMAIL_NEEDED", "on");
    try (Lastseat lastseat = Programs.start(settings);
        BoxOffice office = new BoxOffice(lastseat.uri())) {
      String event = office.event(10, 10);
      Caller ada = office.customers(1).getFirst();

      for (Answer refused :
          List.of(office.book(ada, event, 1), office.order(ada, List.of(event), 1))) {
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("AUTHORIZATION_ERROR");
        assertThat(refused.body().path("message").asText()).contains("e-mail address");
      }

      String proof = "{\"token\":\"%s\"}".formatted(mailedSecret());
      assertThat(office.api.post("/auth/verify-email", ada, proof).status()).isEqualTo(200);
      assertThat(office.book(ada, event, 1).status()).isEqualTo(201);
    }
  }

  private String mailedSecret() throws IOException {
    Optional<String> secret = Optional.empty();
    while (secret.isEmpty() && !Thread.currentThread().isInterrupted()) {
      try (Stream<Path> files = Files.walk(data)) {
        List<Path> mails = files.filter(it -> it.toString().endsWith(".eml")).toList();
        for (Path mail : mails) {
          secret =
              SECRET
                  .matcher(Files.readString(mail))
                  .results()
                  .map(VerifiedBuyersTest::token)
                  .findFirst();
        }
      }
    }
    return secret.orElseThrow();
  }

  private static String token(MatchResult found) {
    return found.group(1);
  }
}
