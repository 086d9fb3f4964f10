package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.AccessTokens;
import dev.lastseat.domain.user.AccessToken;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all access tokens promise. */
public abstract class AccessTokensContract {
  /** How long a token is good for. */
  protected static final Duration TTL = Duration.ofMinutes(15);

  private static final Principal ADA = new Principal(new UserId("ada"), Role.USER);

  private final TickingClock clock = new TickingClock();
  private AccessTokens tokens;

  /** Tokens that are good for {@link #TTL} by the clock. */
  protected abstract AccessTokens open(TickingClock clock);

  @BeforeEach
  void openTokens() {
    tokens = open(clock);
  }

  @ParameterizedTest
  @EnumSource
  void a_token_proves_whom_it_was_issued_to(Role role) {
    Principal principal = new Principal(new UserId("some-body_1"), role);

    assertThat(tokens.verify(tokens.issue(principal).value())).contains(principal);
  }

  @Test
  void a_token_says_when_it_expires() {
    assertThat(tokens.issue(ADA).expiresAt()).isEqualTo(TickingClock.START.plus(TTL));
  }

  @Test
  void a_token_is_good_until_it_expires_and_not_much_longer() {
    String token = tokens.issue(ADA).value();

    clock.advance(TTL.minusSeconds(1));
    assertThat(tokens.verify(token)).contains(ADA);
    clock.advance(Duration.ofMinutes(2));
    assertThat(tokens.verify(token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "a.b.c",
        "Bearer x",
        "{}",
        "🎟",
        "\0",
        "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJhZGEiLCJyb2xlIjoiYWRtaW4ifQ."
      })
  void what_nobody_issued_proves_nothing(String token) {
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void a_token_with_any_character_changed_proves_nothing() {
    String token = tokens.issue(ADA).value();
    // The last character of a base 64 text may hold bits that mean nothing.
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String forged = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens.verify(forged)).as("character %s", i).isEmpty();
    }
  }

  @Test
  void a_token_that_was_cut_or_lengthened_proves_nothing() {
    AccessToken token = tokens.issue(ADA);

    assertThat(tokens.verify(token.value().substring(1))).isEmpty();
    assertThat(tokens.verify(token.value().substring(0, token.value().length() - 2))).isEmpty();
    assertThat(tokens.verify(token.value() + ".x")).isEmpty();
  }
}
