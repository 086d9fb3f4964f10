package dev.lastseat.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import dev.lastseat.domain.contract.AccessTokensContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.AccessTokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JwtAccessTokensTest extends AccessTokensContract {
  private static final String SECRET = "a secret of thirty-two bytes, or more";
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  private final AccessTokens tokens = tokens(SECRET, Clock.fixed(NOW, ZoneOffset.UTC));

  @Override
  protected AccessTokens open(TickingClock clock) {
    return tokens(SECRET, clock);
  }

  @Override
  protected AccessTokens stranger(TickingClock clock) {
    return tokens("another secret of thirty-two bytes", clock);
  }

  private static AccessTokens tokens(String secret, Clock clock) {
    return SecurityAdapters.accessTokens(secret, TTL, clock, new SecureRandom());
  }

  @Test
  void a_token_made_by_hand_with_every_claim_is_good() {
    assertThat(tokens.verify(claims().sign(Algorithm.HMAC256(SECRET)))).isPresent();
  }

  @Test
  void a_token_without_a_signature_is_refused_whatever_its_header_says() {
    assertThat(tokens.verify(claims().sign(Algorithm.none()))).isEmpty();
  }

  @Test
  void a_token_signed_with_another_algorithm_is_refused_even_with_the_right_secret() {
    assertThat(tokens.verify(claims().sign(Algorithm.HMAC512(SECRET)))).isEmpty();
  }

  @Test
  void a_token_for_another_audience_or_of_another_issuer_or_type_is_refused() {
    assertThat(verified(claims().withAudience("another"))).isFalse();
    assertThat(verified(claims().withIssuer("another"))).isFalse();
    assertThat(verified(claims().withClaim("typ", "refresh"))).isFalse();
  }

  @Test
  void a_token_with_an_unknown_role_or_without_an_end_is_refused() {
    assertThat(verified(claims().withClaim("role", "emperor"))).isFalse();
    assertThat(verified(claims().withExpiresAt((Instant) null))).isFalse();
  }

  @Test
  void the_clocks_of_two_machines_may_differ_by_half_a_minute() {
    assertThat(verified(claims().withExpiresAt(NOW.minusSeconds(29)))).isTrue();
    assertThat(verified(claims().withExpiresAt(NOW.minusSeconds(31)))).isFalse();
  }

  private boolean verified(JWTCreator.Builder claims) {
    return tokens.verify(claims.sign(Algorithm.HMAC256(SECRET))).isPresent();
  }

  private static JWTCreator.Builder claims() {
    return JWT.create()
        .withIssuer("lastseat")
        .withAudience("lastseat-api")
        .withClaim("typ", "access")
        .withSubject("user-1")
        .withClaim("role", "user")
        .withJWTId("token-1")
        .withIssuedAt(NOW)
        .withExpiresAt(NOW.plus(Duration.ofMinutes(1)));
  }
}
