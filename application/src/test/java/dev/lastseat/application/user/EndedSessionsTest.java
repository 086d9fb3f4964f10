package dev.lastseat.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that has ended is over for all of its tokens, wherever they are shown. */
class EndedSessionsTest {
  private final Accounts accounts = new Accounts();
  private final SignedIn ada = accounts.registered();

  private SignedIn logsIn() {
    return accounts
        .logIn
        .handle(Accounts.EMAIL, Accounts.PASSWORD.value(), ASession.CLIENT)
        .orElseThrow();
  }

  private boolean isGood(SignedIn signedIn) {
    return accounts.checkAccessToken.handle(signedIn.accessToken().value()).isPresent();
  }

  private String session(SignedIn signedIn) {
    return accounts
        .accessTokens
        .verify(signedIn.accessToken().value())
        .map(principal -> ((Credential.Session) principal.credential()).id())
        .orElseThrow();
  }

  /** Another instance on the same store. */
  private EndedSessions elsewhere(Clock clock) {
    return new EndedSessions(accounts.sessions, clock, Accounts.ACCESS_TTL);
  }

  @Test
  void logging_out_ends_the_access_token_too() {
    SignedIn other = logsIn();

    accounts.manage.logOut(ada.refreshToken());

    assertThat(isGood(ada)).isFalse();
    assertThat(isGood(other)).isTrue();
  }

  @Test
  void a_refresh_token_that_was_stolen_ends_the_access_tokens_of_thief_and_owner() {
    SignedIn owner = accounts.refresh.handle(ada.refreshToken()).orElseThrow();
    accounts.clock.advance(Accounts.OVERLAP);
    accounts.refresh.handle(ada.refreshToken());

    assertThat(isGood(owner)).isFalse();
    assertThat(isGood(ada)).isFalse();
  }

  @Test
  void a_user_ends_one_session_or_all_others() {
    SignedIn second = logsIn();
    SignedIn third = logsIn();

    assertThat(accounts.manage.end(ada.user().id(), session(second))).isTrue();
    assertThat(isGood(second)).isFalse();
    assertThat(isGood(third)).isTrue();

    accounts.manage.endOthers(ada.user().id(), session(ada));
    assertThat(isGood(third)).isFalse();
    assertThat(isGood(ada)).isTrue();
    assertThat(accounts.manage.list(ada.user().id())).hasSize(1);
  }

  @Test
  void a_session_is_refreshed_for_thirty_days_and_no_longer() {
    SignedIn last = ada;
    for (int day = 0; day < 30; day++) {
      last = accounts.refresh.handle(last.refreshToken()).orElseThrow();
      accounts.clock.advance(Duration.ofDays(1));
    }

    assertThat(accounts.refresh.handle(last.refreshToken())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-60, 0, 60})
  void another_instance_learns_of_it_though_its_clock_is_a_minute_off(int seconds) {
    TickingClock other = new TickingClock();
    other.advance(Duration.ofSeconds(seconds));
    EndedSessions elsewhere = elsewhere(other);
    elsewhere.refresh();
    accounts.manage.logOut(ada.refreshToken());
    String session = session(ada);
    assertThat(elsewhere.contains(session)).isFalse();

    other.advance(Duration.ofSeconds(1));
    elsewhere.refresh();

    assertThat(elsewhere.contains(session)).isTrue();
  }

  @Test
  void an_instance_that_starts_knows_what_was_ended_while_access_tokens_are_good() {
    accounts.manage.logOut(ada.refreshToken());
    String session = session(ada);
    accounts.clock.advance(Accounts.ACCESS_TTL);
    EndedSessions fresh = elsewhere(accounts.clock);

    fresh.refresh();

    assertThat(fresh.contains(session)).isTrue();
  }

  @Test
  void an_instance_that_could_not_ask_for_long_misses_nothing() {
    EndedSessions elsewhere = elsewhere(accounts.clock);
    elsewhere.refresh();
    accounts.manage.logOut(ada.refreshToken());
    accounts.clock.advance(Duration.ofMinutes(10));

    elsewhere.refresh();

    assertThat(elsewhere.contains(session(ada))).isTrue();
  }

  @Test
  void what_ended_is_forgotten_once_no_access_token_of_it_can_be_good() {
    accounts.manage.logOut(ada.refreshToken());
    String session = session(ada);
    accounts.clock.advance(Accounts.ACCESS_TTL.plusSeconds(90));
    accounts.ended.refresh();
    assertThat(accounts.ended.contains(session)).isTrue();

    accounts.clock.advance(Duration.ofMinutes(2));
    accounts.ended.refresh();

    assertThat(accounts.ended.contains(session)).isFalse();
  }

  @Test
  void what_was_forgotten_by_a_clock_that_was_ahead_is_known_when_it_is_put_right() {
    accounts.manage.logOut(ada.refreshToken());
    accounts.clock.advance(Duration.ofDays(1));
    accounts.ended.refresh();
    accounts.clock.advance(Duration.ofDays(-1));

    accounts.ended.refresh();

    assertThat(isGood(ada)).isFalse();
  }

  @Test
  void who_logs_in_while_the_account_changes_gets_no_session() {
    User before = AUser.named("bob");
    accounts.users.add(before.with(new PasswordHash("another")));

    Optional<SignedIn> signedIn = accounts.signIn.start(before, ASession.CLIENT);

    assertThat(signedIn).isEmpty();
    assertThat(accounts.sessions.of(before.id(), accounts.clock.instant())).isEmpty();
  }
}
