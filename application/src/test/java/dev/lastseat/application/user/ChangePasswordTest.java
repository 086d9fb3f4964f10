package dev.lastseat.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Password;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
  private static final Password NEW = new Password("a staple and a battery");

  private final Accounts accounts = new Accounts();
  private final SignedIn ada = accounts.registered();
  private final SignedIn other = logsIn(Accounts.PASSWORD).orElseThrow();

  private Optional<SignedIn> logsIn(Password password) {
    return accounts.logIn.handle(Accounts.EMAIL, password.value(), ASession.CLIENT);
  }

  private boolean changes(String current, Password wanted) {
    var principal = accounts.accessTokens.verify(ada.accessToken().value()).orElseThrow();
    String session = ((Credential.Session) principal.credential()).id();
    return accounts.changePassword.handle(
        new ChangePassword.Command(ada.user().id(), session, current, wanted));
  }

  private boolean isGood(SignedIn signedIn) {
    return accounts.checkAccessToken.handle(signedIn.accessToken().value()).isPresent();
  }

  @Test
  void the_new_password_logs_in_and_the_old_one_does_not() {
    assertThat(changes(Accounts.PASSWORD.value(), NEW)).isTrue();

    assertThat(logsIn(NEW)).isPresent();
    assertThat(logsIn(Accounts.PASSWORD)).isEmpty();
  }

  @Test
  void the_other_sessions_end_and_this_one_goes_on() {
    changes(Accounts.PASSWORD.value(), NEW);

    assertThat(isGood(other)).isFalse();
    assertThat(accounts.refresh.handle(other.refreshToken())).isEmpty();
    assertThat(isGood(ada)).isTrue();
    assertThat(accounts.refresh.handle(ada.refreshToken())).isPresent();
  }

  @Test
  void whoever_does_not_know_the_current_one_changes_nothing() {
    assertThat(changes("not the password", NEW)).isFalse();

    assertThat(logsIn(Accounts.PASSWORD)).isPresent();
    assertThat(isGood(other)).isTrue();
  }

  @Test
  void the_owner_is_told_by_mail() {
    changes(Accounts.PASSWORD.value(), NEW);

    var now = accounts.clock.instant();
    assertThat(accounts.jobs.claim("mail", 9, now, new Jobs.Lease("lease", now.plusSeconds(60))))
        .extracting(claimed -> claimed.job().payload())
        .contains("password-changed " + ada.user().id().value());
  }

  @Test
  void a_password_with_the_name_or_the_address_in_it_is_refused() {
    accounts.profile.change(ada.user().id(), user -> user.with("Lady Lovelace", user.locale()));

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> changes(Accounts.PASSWORD.value(), new Password("my LOVELACE!")))
        .withMessageContaining("newPassword");
    assertThat(logsIn(Accounts.PASSWORD)).isPresent();
  }

  @RepeatedTest(5)
  void of_two_changes_at_once_one_happens() {
    Password another = new Password("yet another password");

    List<Boolean> done =
        Race.of(2, i -> changes(Accounts.PASSWORD.value(), i == 0 ? NEW : another));

    assertThat(done).containsExactlyInAnyOrder(true, false);
    assertThat(logsIn(done.getFirst() ? NEW : another)).isPresent();
  }

  @RepeatedTest(5)
  void who_logs_in_with_the_old_one_while_it_is_changed_has_no_session_afterwards() {
    List<Object> both =
        Race.of(
            2,
            i ->
                i == 0
                    ? (Object) changes(Accounts.PASSWORD.value(), NEW)
                    : logsIn(Accounts.PASSWORD));

    assertThat(both.getFirst()).isEqualTo(true);
    assertThat(accounts.sessions.of(ada.user().id(), accounts.clock.instant())).hasSize(1);
  }

  @RepeatedTest(5)
  void a_change_of_the_name_at_the_same_time_is_not_lost() {
    List<Boolean> done =
        Race.of(
            2,
            i ->
                i == 0
                    ? changes(Accounts.PASSWORD.value(), NEW)
                    : accounts
                        .profile
                        .change(ada.user().id(), user -> user.with("Lady Ada", user.locale()))
                        .isPresent());

    assertThat(done).containsOnly(true);
    assertThat(accounts.users.find(ada.user().id()).orElseThrow().name()).isEqualTo("Lady Ada");
    assertThat(logsIn(NEW)).isPresent();
  }
}
