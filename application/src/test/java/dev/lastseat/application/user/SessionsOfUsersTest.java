package dev.lastseat.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.session.RefreshToken;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Logging in, staying logged in and logging out. */
class SessionsOfUsersTest {
  private final Accounts accounts = new Accounts();
  private final SignedIn ada = accounts.registered();

  private Optional<SignedIn> logsIn(Email email, String password) {
    return accounts.logIn.handle(email, password, ASession.CLIENT);
  }

  private RefreshToken refreshed(RefreshToken token) {
    return accounts.refresh.handle(token).orElseThrow().refreshToken();
  }

  @Test
  void the_right_password_logs_in_with_tokens_of_its_own() {
    SignedIn again = logsIn(Accounts.EMAIL, Accounts.PASSWORD.value()).orElseThrow();

    assertThat(again.user()).isEqualTo(ada.user());
    assertThat(again.refreshToken()).isNotEqualTo(ada.refreshToken());
  }

  @Test
  void the_access_tokens_of_a_log_in_name_its_session_before_and_after_a_refresh() {
    SignedIn again = logsIn(Accounts.EMAIL, Accounts.PASSWORD.value()).orElseThrow();
    SignedIn refreshed = accounts.refresh.handle(ada.refreshToken()).orElseThrow();

    assertThat(session(refreshed)).isEqualTo(session(ada)).isNotEqualTo(session(again));
  }

  private Credential session(SignedIn signedIn) {
    return accounts.accessTokens.verify(signedIn.accessToken().value()).orElseThrow().credential();
  }

  @Test
  void a_wrong_password_and_an_unknown_address_are_refused_after_the_same_work() {
    int lookedFor = accounts.users.lookedFor();

    assertThat(logsIn(Accounts.EMAIL, "wrong")).isEmpty();
    assertThat(accounts.hasher.comparisons()).isEqualTo(1);
    assertThat(logsIn(new Email("eve@example.com"), Accounts.PASSWORD.value())).isEmpty();
    assertThat(accounts.hasher.comparisons()).isEqualTo(2);
    assertThat(accounts.users.lookedFor()).isEqualTo(lookedFor);
  }

  @Test
  void a_password_that_is_replaced_once_it_was_found_right_logs_nobody_in() {
    accounts.hasher.afterComparison(
        () -> {
          User changed = ada.user().with(accounts.hasher.hash(new Password("another horse")));
          accounts.users.update(ada.user(), changed, accounts.clock.instant());
        });

    assertThat(logsIn(Accounts.EMAIL, Accounts.PASSWORD.value())).isEmpty();
    assertThat(logsIn(Accounts.EMAIL, "another horse")).isPresent();
  }

  @Test
  void a_refresh_token_that_comes_again_too_late_ends_the_session() {
    RefreshToken second = refreshed(ada.refreshToken());
    accounts.clock.advance(Accounts.OVERLAP);

    assertThat(accounts.refresh.handle(ada.refreshToken())).isEmpty();
    assertThat(accounts.refresh.handle(second)).isEmpty();
  }

  @Test
  void an_older_refresh_token_ends_the_session_at_once() {
    RefreshToken second = refreshed(ada.refreshToken());
    RefreshToken third = refreshed(second);

    assertThat(accounts.refresh.handle(ada.refreshToken())).isEmpty();
    assertThat(accounts.refresh.handle(third)).isEmpty();
  }

  @Test
  void whose_answer_was_lost_asks_again_and_the_session_goes_on() {
    refreshed(ada.refreshToken());
    accounts.clock.advance(Accounts.OVERLAP.minusMillis(1));
    RefreshToken second = refreshed(ada.refreshToken());
    accounts.clock.advance(Accounts.OVERLAP);

    assertThat(accounts.refresh.handle(second)).isPresent();
  }

  @Test
  void a_reused_token_ends_its_own_log_in_only() {
    SignedIn other = logsIn(Accounts.EMAIL, Accounts.PASSWORD.value()).orElseThrow();
    refreshed(ada.refreshToken());
    accounts.clock.advance(Accounts.OVERLAP);
    assertThat(accounts.refresh.handle(ada.refreshToken())).isEmpty();

    assertThat(accounts.refresh.handle(other.refreshToken())).isPresent();
  }

  @Test
  void whose_token_was_reused_is_told_once() {
    refreshed(refreshed(ada.refreshToken()));
    accounts.refresh.handle(ada.refreshToken());
    accounts.refresh.handle(ada.refreshToken());

    assertThat(accounts.mailed())
        .extracting(Addressed::letter)
        .hasAtLeastOneElementOfType(Letter.SessionReused.class);
  }

  @Test
  void a_refresh_token_expires_and_each_exchange_starts_its_time_anew() {
    accounts.clock.advance(Accounts.REFRESH_TTL.minusSeconds(1));
    RefreshToken next = refreshed(ada.refreshToken());
    accounts.clock.advance(Accounts.REFRESH_TTL.minusSeconds(1));
    RefreshToken last = refreshed(next);
    accounts.clock.advance(Accounts.REFRESH_TTL.plusSeconds(1));

    assertThat(accounts.refresh.handle(last)).isEmpty();
  }

  @Test
  void a_token_that_nobody_was_given_is_refused() {
    assertThat(accounts.refresh.handle(new RefreshToken("made up"))).isEmpty();
  }

  @Test
  void logging_out_ends_the_session_whichever_of_its_tokens_is_shown() {
    RefreshToken next = refreshed(ada.refreshToken());
    accounts.manage.logOut(ada.refreshToken());

    assertThat(accounts.refresh.handle(next)).isEmpty();
  }

  @Test
  void a_token_that_nobody_was_given_logs_nobody_out() {
    accounts.manage.logOut(new RefreshToken("made up"));

    assertThat(accounts.refresh.handle(ada.refreshToken())).isPresent();
  }

  @Test
  void forgetting_expired_sessions_keeps_those_that_are_good() {
    accounts.clock.advance(Duration.ofDays(1));
    SignedIn later = logsIn(Accounts.EMAIL, Accounts.PASSWORD.value()).orElseThrow();
    accounts.clock.advance(Accounts.REFRESH_TTL.minusHours(1));

    accounts.ended.forgetExpired();

    assertThat(accounts.refresh.handle(later.refreshToken())).isPresent();
    assertThat(accounts.refresh.handle(ada.refreshToken())).isEmpty();
  }

  @RepeatedTest(5)
  void two_tabs_that_refresh_at_once_both_stay_logged_in() {
    List<Optional<SignedIn>> answers = Race.of(2, _ -> accounts.refresh.handle(ada.refreshToken()));
    accounts.clock.advance(Accounts.OVERLAP);

    assertThat(answers)
        .allMatch(Optional::isPresent)
        .extracting(answer -> answer.orElseThrow().refreshToken())
        .doesNotHaveDuplicates()
        .allMatch(token -> accounts.refresh.handle(token).isPresent());
  }
}
