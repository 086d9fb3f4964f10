package dev.lastseat.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.session.AccessToken;
import dev.lastseat.domain.session.RefreshToken;
import dev.lastseat.domain.shared.InvalidValue;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void a_refresh_token_is_256_random_bits_in_url_safe_base_64() {
    RefreshToken token = RefreshToken.random(new Random(1));

    assertThat(Base64.getUrlDecoder().decode(token.value())).hasSize(32);
    assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void no_two_refresh_tokens_are_the_same() {
    Random random = new Random(1);

    assertThat(Stream.generate(() -> RefreshToken.random(random)).limit(1_000))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_refresh_token_that_cannot_be_one_is_refused_and_not_shown() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new RefreshToken(""));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new RefreshToken("secret".repeat(40)))
        .satisfies(invalid -> assertThat(invalid.getMessage()).doesNotContain("secret"));
  }

  @Test
  void nothing_secret_shows_in_text() {
    assertThat(
            Stream.of(
                new RefreshToken("secret"),
                new AccessToken("secret", TickingClock.START),
                new PasswordHash("secret"),
                new Password("secret secret")))
        .extracting(Object::toString)
        .noneMatch(text -> text.contains("secret"));
  }
}
