package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.session.AccessToken;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody who signs access tokens promises. */
public abstract class AccessTokensContract {
  /** How long a token is good for. */
  protected static final Duration TTL = Duration.ofMinutes(15);

  private static final Principal ADA = APrincipal.user("ada");

  private final TickingClock clock = new TickingClock();
  private AccessTokens tokens;

  /** Tokens that are good for {@link #TTL} by the clock. */
  protected abstract AccessTokens open(TickingClock clock);

  /** The same with another secret. */
  protected abstract AccessTokens stranger(TickingClock clock);

  @BeforeEach
  void openTokens() {
    tokens = open(clock);
  }

  @ParameterizedTest
  @EnumSource
  void a_token_proves_its_principal(Role role) {
    Principal principal = APrincipal.with("Some_user-0190a5c2", role);

    assertThat(tokens.verify(issue(principal).value())).contains(principal);
  }

  @Test
  void every_token_proves_its_own_principal_as_long_as_it_lives() {
    Principal bob = APrincipal.admin("bob");
    AccessToken first = issue(ADA);
    clock.advance(Duration.ofSeconds(2));
    AccessToken second = issue(ADA);
    AccessToken third = issue(bob);

    assertThat(tokens.verify(first.value())).contains(ADA);
    assertThat(tokens.verify(second.value())).contains(ADA);
    assertThat(tokens.verify(third.value())).contains(bob);
  }

  @Test
  void a_token_says_when_it_expires() {
    assertThat(issue(ADA).expiresAt()).isEqualTo(clock.instant().plus(TTL));
  }

  @Test
  void a_token_is_good_until_it_expires() {
    AccessToken token = issue(ADA);
    clock.advance(TTL.minusSeconds(1));

    assertThat(tokens.verify(token.value())).contains(ADA);
  }

  /** Half a minute of leeway is allowed for, since clocks differ. */
  @Test
  void a_token_that_has_expired_proves_nothing() {
    AccessToken token = issue(ADA);
    clock.advance(TTL.plusSeconds(31));

    assertThat(tokens.verify(token.value())).isEmpty();
  }

  @Test
  void a_token_that_was_good_before_proves_nothing_once_it_has_expired() {
    AccessToken token = issue(ADA);
    assertThat(tokens.verify(token.value())).contains(ADA);

    clock.advance(TTL.plusSeconds(31));
    assertThat(tokens.verify(token.value())).isEmpty();
  }

  @Test
  void a_token_that_somebody_else_signed_proves_nothing() {
    assertThat(tokens.verify(issue(stranger(clock), ADA).value())).isEmpty();
  }

  @Test
  void a_decoy_looks_like_a_token_and_proves_nobody() {
    AccessToken decoy = tokens.decoy(ADA.userId(), ADA.role(), APrincipal.session("ada"));

    assertThat(decoy.value()).hasSameSizeAs(issue(ADA).value());
    assertThat(decoy.expiresAt()).isEqualTo(issue(ADA).expiresAt());
    assertThat(tokens.verify(decoy.value())).isEmpty();
  }

  /** The last character may carry bits that do not count. */
  @Test
  void a_token_with_one_character_changed_proves_nothing() {
    String token = issue(ADA).value();
    assertThat(tokens.verify(token)).contains(ADA);

    for (int position = 0; position < token.length() - 1; position++) {
      char other = token.charAt(position) == 'A' ? 'B' : 'A';
      String forged = token.substring(0, position) + other + token.substring(position + 1);
      assertThat(tokens.verify(forged)).as(forged).isEmpty();
    }
  }

  @Test
  void a_token_with_something_missing_or_added_proves_nothing() {
    String token = issue(ADA).value();

    assertThat(tokens.verify(token.substring(1))).isEmpty();
    assertThat(tokens.verify(token.substring(0, token.length() / 2))).isEmpty();
    assertThat(tokens.verify(token + ".e30")).isEmpty();
    assertThat(tokens.verify(token + token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "...",
        "a.b.c",
        "null",
        "é\0\n",
        "e30.e30.",
        "bnVsbA.e30.eA",
        "W10.e30.eA",
        "Ingi.e30.eA",
        "eyJhbGciOiJIUzI1NiJ9.bnVsbA.eA",
        "eyJhbGciOiJIUzI1NiJ9.W10.eA",
        "eyJhbGciOiJIUzI1NiJ9.Ingi.eA",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEiLCJyb2xlIjoiYWRtaW4iLCJleHAiOjk5OTk5OTk5OTl9.",
        "cmVmcmVzaC10b2tlbi1vZi1hLXVzZXItb3Blbi1zZXNhbWU",
      })
  void what_is_no_access_token_proves_nothing(String nonsense) {
    assertThat(tokens.verify(nonsense)).isEmpty();
    assertThat(tokens.verify(nonsense + "x".repeat(10_000))).isEmpty();
  }

  private AccessToken issue(Principal principal) {
    return issue(tokens, principal);
  }

  private static AccessToken issue(AccessTokens signer, Principal principal) {
    return signer.issue(
        principal.userId(), principal.role(), APrincipal.session(principal.userId().value()));
  }
}
