package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of challenges promises. */
public abstract class PasskeyChallengesContract {
  private static final Optional<UserId> ADA = Optional.of(new UserId("ada"));
  private static final Optional<UserId> BOB = Optional.of(new UserId("bob"));
  private static final Optional<UserId> ANYBODY = Optional.empty();
  private static final Instant NOW = TickingClock.START;
  private static final Instant END = NOW.plus(PasskeyChallenge.TTL);

  private PasskeyChallenges challenges;

  /** An empty store; called before each test. */
  protected abstract PasskeyChallenges open();

  @BeforeEach
  void openChallenges() {
    challenges = open();
  }

  @Test
  void a_challenge_is_spent_once() {
    add("one", ANYBODY);
    add("two", ADA);

    assertThat(spend("one", ANYBODY, NOW)).isTrue();
    assertThat(spend("one", ANYBODY, NOW)).isFalse();
    assertThat(spend("two", ADA, NOW)).isTrue();
    assertThat(spend("two", ADA, NOW)).isFalse();
  }

  @Test
  void a_challenge_that_nobody_handed_out_is_not_spent() {
    add("one", ANYBODY);

    assertThat(spend("two", ANYBODY, NOW)).isFalse();
  }

  @Test
  void a_challenge_is_spent_by_whom_it_was_for_only() {
    add("for ada", ADA);
    add("for anybody", ANYBODY);

    assertThat(spend("for ada", BOB, NOW)).isFalse();
    assertThat(spend("for ada", ANYBODY, NOW)).isFalse();
    assertThat(spend("for anybody", ADA, NOW)).isFalse();
    assertThat(spend("for ada", ADA, NOW)).isTrue();
    assertThat(spend("for anybody", ANYBODY, NOW)).isTrue();
  }

  @Test
  void a_challenge_is_good_until_it_expires_and_not_at_that_instant() {
    add("one", ANYBODY);
    add("two", ANYBODY);

    assertThat(spend("one", ANYBODY, END)).isFalse();
    assertThat(spend("two", ANYBODY, END.minusMillis(1))).isTrue();
  }

  @Test
  void forgetting_what_expired_keeps_what_did_not() {
    add("old", ANYBODY);
    challenges.add(new PasskeyChallenge(value("young"), ADA, END.plusSeconds(9)));

    challenges.forgetExpired(END.plusSeconds(1));

    assertThat(spend("old", ANYBODY, NOW)).isFalse();
    assertThat(spend("young", ADA, NOW)).isTrue();
  }

  @RepeatedTest(5)
  void of_many_who_spend_one_challenge_at_once_one_does() {
    add("one", ANYBODY);

    List<Boolean> spent = Race.of(8, _ -> spend("one", ANYBODY, NOW));

    assertThat(spent).containsOnlyOnce(true);
  }

  private void add(String word, Optional<UserId> user) {
    challenges.add(new PasskeyChallenge(value(word), user, END));
  }

  private boolean spend(String word, Optional<UserId> user, Instant now) {
    return challenges.spend(value(word), user, now);
  }

  private static Base64Url value(String word) {
    return Base64Url.ofText(word);
  }
}
