package dev.lastseat.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.algorithms.Algorithm;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.security.AccessTokens;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers try with tokens (RFC 8725, section 2). */
class ForgedTokensTest {
  private final Forgery good = Forgery.ofGoodToken();
  private final AccessTokens tokens =
      SecurityAdapters.accessTokens(
          Forgery.SECRET, Duration.ofMinutes(15), new TickingClock(), new SecureRandom());

  @Test
  void the_token_they_are_made_of_is_good() {
    assertThat(tokens.verify(good.signed())).contains(APrincipal.admin("ada"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
  void a_token_without_a_signature_proves_nothing(String none) {
    String header = "{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}";

    assertThat(tokens.verify(good.under(header, ""))).isEmpty();
    assertThat(tokens.verify(good.under(header, signature(good.signed())))).isEmpty();
    assertThat(tokens.verify(good.signed(Algorithm.none()))).isEmpty();
  }

  @Test
  void the_right_secret_under_another_algorithm_proves_nothing() {
    assertThat(tokens.verify(good.signed(Algorithm.HMAC384(Forgery.SECRET)))).isEmpty();
    assertThat(tokens.verify(good.signed(Algorithm.HMAC512(Forgery.SECRET)))).isEmpty();
  }

  @Test
  void a_key_pair_of_the_attackers_own_proves_nothing() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    KeyPair pair = generator.generateKeyPair();
    Algorithm rsa =
        Algorithm.RSA256((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate());

    assertThat(tokens.verify(good.signed(rsa))).isEmpty();
  }

  @Test
  void another_secret_proves_nothing() {
    assertThat(tokens.verify(good.signed(Algorithm.HMAC256(Forgery.OTHER_SECRET)))).isEmpty();
    assertThat(tokens.verify(good.signed(Algorithm.HMAC256(new byte[32])))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "iss, somebody-else",
    "aud, another-api",
    "typ, refresh",
    "typ, Access",
    "role, root",
    "role, ADMIN",
    "role, ''",
    "sub, ''",
    "sub, not an id",
    "sid, ''",
    "sid, not an id",
  })
  void a_signed_token_with_a_claim_that_is_not_ours_proves_nothing(String claim, String value) {
    assertThat(tokens.verify(good.with(claim, value).signed())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "typ", "sub", "role", "sid", "jti", "iat", "exp"})
  void a_signed_token_that_lacks_a_claim_proves_nothing(String claim) {
    assertThat(tokens.verify(good.without(claim).signed())).isEmpty();
    assertThat(tokens.verify(good.withNull(claim).signed())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "typ", "sub", "role", "sid"})
  void a_claim_that_is_no_text_proves_nothing(String claim) {
    assertThat(tokens.verify(good.with(claim, 7).signed())).isEmpty();
    assertThat(tokens.verify(good.with(claim, true).signed())).isEmpty();
    assertThat(tokens.verify(good.with(claim, List.of("x", "y")).signed())).isEmpty();
  }

  @Test
  void a_token_from_the_future_or_the_past_proves_nothing() {
    long now = TickingClock.START.getEpochSecond();

    assertThat(tokens.verify(good.with("iat", now + 31).signed())).isEmpty();
    assertThat(tokens.verify(good.with("nbf", now + 31).signed())).isEmpty();
    assertThat(tokens.verify(good.with("exp", now - 31).signed())).isEmpty();
    assertThat(tokens.verify(good.with("exp", "never").signed())).isEmpty();
  }

  private static String signature(String token) {
    return token.split("\\.", -1)[2];
  }
}
