package dev.lastseat.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.session.CheckAccessToken;
import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.session.AccessToken;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.HttpPorts;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Even where the filter itself fails, an answer has what every answer has. */
class RequestFilterTest extends ServerTest {
  @Override
  protected HttpPorts ports() {
    HttpPorts usual = super.ports();
    return new HttpPorts(
        new CheckAccessToken(new Stumbling(), house.ended),
        usual.apiKeys(),
        usual.rateLimiter(),
        usual.goodLogIns(),
        usual.responses(),
        usual.health(),
        usual.observer());
  }

  private static final class Stumbling implements AccessTokens {
    @Override
    public AccessToken issue(UserId user, Role role, Credential.Session session) {
      throw new IllegalStateException("no token is issued here");
    }

    @Override
    public AccessToken decoy(UserId user, Role role, Credential.Session session) {
      throw new IllegalStateException("no token is made here");
    }

    @Override
    public Optional<Principal> verify(String token) {
      throw new IllegalStateException("stumbled over a token");
    }
  }

  @Test
  void a_token_that_trips_its_reader_is_answered_with_the_headers_of_every_answer() {
    Reply reply = api("/events").as("pitfall").with("X-Request-Id", "quote-me").get();

    reply.isError(Code.INTERNAL_ERROR);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("quote-me");
    assertThat(reply.header("X-Request-Id")).isEqualTo("quote-me");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.headers().allValues("Vary")).contains("Accept-Encoding, Origin");
  }
}
