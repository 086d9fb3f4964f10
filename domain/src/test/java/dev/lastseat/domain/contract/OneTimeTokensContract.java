package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of one-time tokens promises. */
public abstract class OneTimeTokensContract {
  private static final Instant NOW = TickingClock.START;
  private static final Instant END = NOW.plusSeconds(3_600);
  private static final Purpose RESET = Purpose.RESET_PASSWORD;
  private static final Purpose VERIFY = Purpose.VERIFY_EMAIL;

  private OneTimeTokens tokens;

  /** An empty store; called before each test. */
  protected abstract OneTimeTokens open();

  @BeforeEach
  void openTokens() {
    tokens = open();
  }

  @Test
  void a_token_is_found_as_it_was_added_and_spent_once() {
    OneTimeToken token = added("a", RESET, "ada");

    assertThat(find("a", RESET, NOW)).contains(token);
    assertThat(tokens.spend(token, NOW)).isTrue();
    assertThat(tokens.spend(token, NOW)).isFalse();
    assertThat(find("a", RESET, NOW)).isEmpty();
  }

  @Test
  void a_token_is_good_for_its_purpose_only() {
    added("a", RESET, "ada");

    assertThat(find("a", VERIFY, NOW)).isEmpty();
    assertThat(find("b", RESET, NOW)).isEmpty();
  }

  @Test
  void a_token_is_good_until_it_expires_and_not_at_that_instant() {
    OneTimeToken token = added("a", RESET, "ada");

    assertThat(find("a", RESET, END.minusMillis(1))).contains(token);
    assertThat(find("a", RESET, END)).isEmpty();
    assertThat(tokens.spend(token, END)).isFalse();
    assertThat(tokens.spend(token, END.minusMillis(1))).isTrue();
  }

  @Test
  void with_a_token_all_others_of_its_purpose_and_user_are_gone_and_no_others() {
    OneTimeToken first = added("a", RESET, "ada");
    OneTimeToken second = added("b", RESET, "ada");
    OneTimeToken other = added("c", VERIFY, "ada");
    OneTimeToken bobs = added("d", RESET, "bob");

    assertThat(tokens.spend(second, NOW)).isTrue();

    assertThat(tokens.spend(first, NOW)).isFalse();
    assertThat(tokens.spend(other, NOW)).isTrue();
    assertThat(tokens.spend(bobs, NOW)).isTrue();
  }

  @Test
  void tokens_of_a_user_are_forgotten_whatever_they_are_for() {
    added("a", RESET, "ada");
    added("c", VERIFY, "ada");
    added("b", RESET, "bob");

    tokens.forget(new UserId("ada"));

    assertThat(find("a", RESET, NOW)).isEmpty();
    assertThat(find("c", VERIFY, NOW)).isEmpty();
    assertThat(find("b", RESET, NOW)).isPresent();
  }

  @Test
  void forgetting_what_expired_keeps_what_did_not() {
    added("a", RESET, "ada");

    tokens.forgetExpired(END);
    assertThat(find("a", RESET, NOW)).isPresent();
    tokens.forgetExpired(END.plusMillis(1));
    assertThat(find("a", RESET, NOW)).isEmpty();
  }

  @RepeatedTest(5)
  void of_many_who_spend_one_token_at_once_one_does() {
    OneTimeToken token = added("a", RESET, "ada");

    List<Boolean> spent = Race.of(8, _ -> tokens.spend(token, NOW));

    assertThat(spent).containsOnlyOnce(true);
  }

  private OneTimeToken added(String hash, Purpose purpose, String user) {
    OneTimeToken token =
        new OneTimeToken(
            new TokenHash(hash), purpose, new UserId(user), new Email(user + "@example.com"), END);
    tokens.add(token);
    return token;
  }

  private Optional<OneTimeToken> find(String hash, Purpose purpose, Instant now) {
    return tokens.find(new TokenHash(hash), purpose, now);
  }
}
