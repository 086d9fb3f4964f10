package dev.lastseat.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.lastseat.domain.contract.AccessTokensContract;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.session.AccessToken;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtAccessTokensTest extends AccessTokensContract {
  private static final Principal ADA = APrincipal.user("ada");

  private final TickingClock clock = new TickingClock();
  private final AccessTokens tokens = open(clock);

  @Override
  protected AccessTokens open(TickingClock ticking) {
    return SecurityAdapters.accessTokens(Forgery.SECRET, TTL, ticking, new SecureRandom());
  }

  @Override
  protected AccessTokens stranger(TickingClock ticking) {
    return SecurityAdapters.accessTokens(Forgery.OTHER_SECRET, TTL, ticking, new SecureRandom());
  }

  @Test
  void a_token_says_who_signed_what_for_whom_and_until_when() {
    AccessToken token = issue();
    DecodedJWT decoded = JWT.decode(token.value());

    assertThat(decoded.getAlgorithm()).isEqualTo("HS256");
    assertThat(decoded.getIssuer()).isEqualTo("lastseat");
    assertThat(decoded.getAudience()).isEqualTo(List.of("lastseat-api"));
    assertThat(decoded.getClaim("typ").asString()).isEqualTo("access");
    assertThat(decoded.getSubject()).isEqualTo("ada");
    assertThat(decoded.getClaim("role").asString()).isEqualTo("user");
    assertThat(decoded.getClaim("sid").asString()).isEqualTo("session-of-ada");
    assertThat(decoded.getId()).isNotBlank();
    assertThat(decoded.getIssuedAtAsInstant()).isEqualTo(clock.instant());
    assertThat(decoded.getExpiresAtAsInstant()).isEqualTo(token.expiresAt());
  }

  @Test
  void two_tokens_of_one_principal_have_different_ids() {
    assertThat(JWT.decode(issue().value()).getId())
        .isNotEqualTo(JWT.decode(issue().value()).getId());
  }

  @Test
  void a_token_is_good_until_half_a_minute_after_its_end() {
    AccessToken token = issue();

    clock.advance(TTL.plusSeconds(29));
    assertThat(tokens.verify(token.value())).contains(ADA);

    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.verify(token.value())).isEmpty();
  }

  /** More of them than are remembered. */
  @Test
  void of_many_tokens_each_proves_its_own_principal_whenever_it_comes() {
    Map<String, Principal> issued = new HashMap<>();
    for (int i = 0; i < VerifiedTokens.SLOTS * 3 / 2; i++) {
      Principal user = APrincipal.user("user-" + i);
      Credential.Session session = APrincipal.session("user-" + i);
      issued.put(tokens.issue(user.userId(), user.role(), session).value(), user);
    }

    for (int time = 0; time < 2; time++) {
      issued.forEach((token, user) -> assertThat(tokens.verify(token)).contains(user));
    }
  }

  private AccessToken issue() {
    return tokens.issue(ADA.userId(), ADA.role(), APrincipal.session("ada"));
  }
}
