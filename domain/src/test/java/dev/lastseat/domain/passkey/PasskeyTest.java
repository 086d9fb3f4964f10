package dev.lastseat.domain.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeyTest {
  @Test
  void bytes_are_text_and_bytes_again() {
    byte[] bytes = {-1, 0, 62, 63, 1};

    assertThat(Base64Url.of(bytes).value()).isEqualTo("_wA-PwE");
    assertThat(new Base64Url("_wA-PwE").bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "YQ==", "YR", "a+b_", "a/b_", "YQ ", "ä"})
  void text_that_is_not_base64url_or_not_in_its_one_form_is_refused(String text) {
    assertThatThrownBy(() -> new Base64Url(text)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new PasskeyId(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void an_id_has_no_more_bytes_than_authenticators_make() {
    String longest = Base64Url.of(new byte[PasskeyId.MAX_BYTES]).value();
    String longer = Base64Url.of(new byte[PasskeyId.MAX_BYTES + 1]).value();

    assertThat(new PasskeyId(longest).value()).isEqualTo(longest);
    assertThatThrownBy(() -> new PasskeyId(longer)).hasMessageContaining("at most 1023 bytes");
  }

  @Test
  void a_challenge_is_long_new_each_time_and_good_for_five_minutes() {
    Random random = new Random(7);
    Optional<UserId> ada = Optional.of(new UserId("ada"));
    PasskeyChallenge first = PasskeyChallenge.random(ada, TickingClock.START, random);
    PasskeyChallenge second = PasskeyChallenge.random(ada, TickingClock.START, random);

    assertThat(first.value().bytes()).hasSize(32);
    assertThat(second.value()).isNotEqualTo(first.value());
    assertThat(first.userId()).isEqualTo(ada);
    assertThat(first.expiresAt()).isEqualTo(TickingClock.START.plus(Duration.ofMinutes(5)));
  }
}
