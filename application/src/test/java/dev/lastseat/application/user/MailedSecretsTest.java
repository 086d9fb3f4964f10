package dev.lastseat.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What somebody can do who reads the mails to an address. */
class MailedSecretsTest {
  private static final Password NEW = new Password("a staple and a battery");
  private static final Email OTHER = new Email("lovelace@example.com");

  private final Accounts accounts = new Accounts();
  private final SignedIn ada = accounts.registered();

  private User user() {
    return accounts.users.find(ada.user().id()).orElseThrow();
  }

  private Optional<SignedIn> logsIn(Password password) {
    return accounts.logIn.handle(user().email(), password.value(), ASession.CLIENT);
  }

  private String resetSecret() {
    accounts.mails.askToReset(Accounts.EMAIL);
    return accounts.mailedSecret(Letter.ResetPassword.class);
  }

  private List<Letter> letters() {
    return accounts.mailed().stream().map(Addressed::letter).toList();
  }

  @Test
  void who_registers_gets_a_mail_that_verifies_the_address_once() {
    assertThat(user().emailVerifiedAt()).isEmpty();
    String secret = accounts.mailedSecret(Letter.VerifyEmail.class);

    assertThat(accounts.verifyEmail.handle(secret)).isTrue();

    assertThat(user().emailVerifiedAt()).contains(accounts.clock.instant());
    assertThat(accounts.verifyEmail.handle(secret)).isFalse();
  }

  /** Else anybody could have the shop write what they like to anybody. */
  @Test
  void a_name_is_in_no_mail_to_an_address_that_was_not_proved() {
    String secret = accounts.mailedSecret(Letter.VerifyEmail.class);
    assertThat(tellAll()).extracting("name").hasSize(4).containsOnly("");

    accounts.verifyEmail.handle(secret);
    assertThat(tellAll()).extracting("name").isNotEmpty().containsOnly("Ada");
  }

  private List<Letter> tellAll() {
    accounts.clock.advance(MailQueue.WINDOW);
    accounts.mails.askToReset(Accounts.EMAIL);
    accounts.mails.tellTaken(Accounts.EMAIL);
    accounts.mails.tellPasswordChanged(user());
    accounts.mails.tellErased(user());
    return letters();
  }

  @Test
  void who_is_verified_gets_no_mail_to_verify_again() {
    accounts.verifyEmail.handle(accounts.mailedSecret(Letter.VerifyEmail.class));
    accounts.clock.advance(MailQueue.WINDOW);
    accounts.mails.askToVerify(Accounts.EMAIL);

    assertThat(accounts.mailed()).isEmpty();
  }

  @Test
  void a_password_is_reset_by_the_mailed_secret_and_every_session_ends() {
    assertThat(accounts.resetPassword.handle(resetSecret(), NEW)).isTrue();

    assertThat(accounts.checkAccessToken.handle(ada.accessToken().value())).isEmpty();
    assertThat(accounts.refresh.handle(ada.refreshToken())).isEmpty();
    assertThat(logsIn(Accounts.PASSWORD)).isEmpty();
    assertThat(logsIn(NEW)).isPresent();
    assertThat(letters()).hasAtLeastOneElementOfType(Letter.PasswordChanged.class);
    assertThat(user().emailVerifiedAt()).isPresent();
  }

  /** Who opens an account with somebody else's address waits in vain for its owner. */
  @Test
  void whoever_proves_the_address_first_by_a_reset_finds_no_ways_in_of_others() {
    addWaysIn();
    accounts.resetPassword.handle(resetSecret(), NEW);
    assertThat(accounts.passkeys.of(user().id())).isEmpty();
    assertThat(accounts.apiKeys.count(user().id())).isZero();

    addWaysIn();
    accounts.clock.advance(MailQueue.WINDOW);
    accounts.resetPassword.handle(resetSecret(), Accounts.PASSWORD);
    assertThat(accounts.passkeys.of(user().id())).hasSize(1);
    assertThat(accounts.apiKeys.count(user().id())).isOne();
  }

  /** An organiser has shown who they are to whoever made them one. */
  @Test
  void whoever_was_given_a_role_keeps_keys_and_passkeys() {
    addWaysIn();
    accounts.users.changeRole(user().id(), Role.ORGANISER, accounts.clock.instant());
    accounts.resetPassword.handle(resetSecret(), NEW);
    assertThat(accounts.passkeys.of(user().id())).hasSize(1);
    assertThat(accounts.apiKeys.count(user().id())).isOne();
  }

  private void addWaysIn() {
    accounts.passkeys.add(APasskey.of(user().id(), "phone"));
    accounts.apiKeys.add(AnApiKey.of(user().id(), "key-1"));
  }

  @Test
  void a_secret_is_spent_by_a_reset_and_all_others_of_the_account_with_it() {
    String first = resetSecret();
    accounts.clock.advance(MailQueue.WINDOW);
    String second = resetSecret();

    assertThat(accounts.resetPassword.handle(second, NEW)).isTrue();
    assertThat(accounts.resetPassword.handle(second, NEW)).isFalse();
    assertThat(accounts.resetPassword.handle(first, NEW)).isFalse();
  }

  @Test
  void a_secret_that_is_late_cut_foreign_or_made_up_does_nothing() {
    String verify = accounts.mailedSecret(Letter.VerifyEmail.class);
    String secret = resetSecret();

    assertThat(accounts.resetPassword.handle(verify, NEW)).isFalse();
    assertThat(accounts.verifyEmail.handle(secret)).isFalse();
    assertThat(accounts.resetPassword.handle(secret.substring(1), NEW)).isFalse();
    assertThat(accounts.resetPassword.handle("made up", NEW)).isFalse();
    accounts.clock.advance(Purpose.RESET_PASSWORD.ttl());
    assertThat(accounts.resetPassword.handle(secret, NEW)).isFalse();
    assertThat(logsIn(Accounts.PASSWORD)).isPresent();
  }

  @Test
  void a_password_that_must_not_be_leaves_the_secret_good() {
    String secret = resetSecret();

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(
            () -> new PasswordHolder(accounts).reset(secret, new Password("lady ada king")));
    assertThat(accounts.resetPassword.handle(secret, NEW)).isTrue();
  }

  /** Renames the owner first, so that there is a name of more than three letters. */
  private record PasswordHolder(Accounts accounts) {
    boolean reset(String secret, Password password) {
      User owner = accounts.users.find(Accounts.EMAIL).orElseThrow();
      accounts.profile.change(owner.id(), it -> it.with("Ada King", it.locale()));
      return accounts.resetPassword.handle(secret, password);
    }
  }

  @Test
  void asking_three_times_a_minute_mails_once_and_later_again() {
    accounts.mailed();
    for (int i = 0; i < 3; i++) {
      accounts.mails.askToReset(Accounts.EMAIL);
    }
    assertThat(accounts.mailed()).hasSize(1);

    accounts.clock.advance(MailQueue.WINDOW);
    accounts.mails.askToReset(Accounts.EMAIL);
    assertThat(accounts.mailed()).hasSize(1);
  }

  @Test
  void an_address_that_nobody_has_is_mailed_nothing() {
    accounts.mailed();

    accounts.mails.askToReset(OTHER);
    accounts.mails.askToVerify(OTHER);

    assertThat(accounts.mailed()).isEmpty();
  }

  @Test
  void the_owner_of_a_taken_address_is_told_that_somebody_tried_to_register_it() {
    accounts.mailed();

    accounts.registered();

    assertThat(letters()).containsExactly(new Letter.AddressTaken(""));
  }

  @Test
  void a_new_address_counts_once_it_is_verified_and_the_old_one_is_told() {
    accounts.mailed();
    assertThat(accounts.verifyEmail.move(ada.user().id(), "not the password", OTHER)).isFalse();
    assertThat(accounts.verifyEmail.move(ada.user().id(), Accounts.PASSWORD.value(), OTHER))
        .isTrue();
    assertThat(user().email()).isEqualTo(Accounts.EMAIL);
    Addressed asked = accounts.mailed().getFirst();
    assertThat(asked.to()).isEqualTo(OTHER);

    assertThat(accounts.verifyEmail.handle(((Letter.VerifyEmail) asked.letter()).token())).isTrue();

    assertThat(user().email()).isEqualTo(OTHER);
    Addressed told = accounts.mailed().getFirst();
    assertThat(told.to()).isEqualTo(Accounts.EMAIL);
    assertThat(told.letter()).isInstanceOf(Letter.AddressChanged.class);
    assertThat(logsIn(Accounts.PASSWORD)).isPresent();
  }

  @Test
  void nobody_moves_to_an_address_that_was_taken_meanwhile() {
    accounts.mailed();
    accounts.verifyEmail.move(ada.user().id(), Accounts.PASSWORD.value(), OTHER);
    String secret = accounts.mailedSecret(Letter.VerifyEmail.class);
    accounts.registers(OTHER);

    assertThat(accounts.verifyEmail.handle(secret)).isFalse();
    assertThat(user().email()).isEqualTo(Accounts.EMAIL);
  }

  @Test
  void a_secret_that_was_mailed_to_the_old_address_resets_nothing_after_a_move() {
    accounts.mailed();
    String secret = resetSecret();
    accounts.verifyEmail.move(ada.user().id(), Accounts.PASSWORD.value(), OTHER);
    accounts.verifyEmail.handle(accounts.mailedSecret(Letter.VerifyEmail.class));

    assertThat(accounts.resetPassword.handle(secret, NEW)).isFalse();
  }

  /** Somebody who knew the password for a while has asked for a mail to a box of their own. */
  @Test
  void a_move_that_was_asked_for_with_another_password_never_happens() {
    accounts.mailed();
    accounts.verifyEmail.move(ada.user().id(), Accounts.PASSWORD.value(), OTHER);
    String mailed = accounts.mailedSecret(Letter.VerifyEmail.class);
    accounts.clock.advance(MailQueue.WINDOW);
    accounts.verifyEmail.move(ada.user().id(), Accounts.PASSWORD.value(), OTHER);

    accounts.resetPassword.handle(resetSecret(), NEW);

    assertThat(accounts.verifyEmail.handle(mailed)).isFalse();
    assertThat(letters()).noneMatch(Letter.VerifyEmail.class::isInstance);
    assertThat(user().email()).isEqualTo(Accounts.EMAIL);
  }

  @Test
  void who_changes_the_password_stops_a_move_too() {
    accounts.mailed();
    accounts.verifyEmail.move(ada.user().id(), Accounts.PASSWORD.value(), OTHER);
    String mailed = accounts.mailedSecret(Letter.VerifyEmail.class);
    String session =
        ((Credential.Session)
                accounts.accessTokens.verify(ada.accessToken().value()).orElseThrow().credential())
            .id();

    accounts.changePassword.handle(
        new ChangePassword.Command(ada.user().id(), session, Accounts.PASSWORD.value(), NEW));

    assertThat(accounts.verifyEmail.handle(mailed)).isFalse();
  }

  /** It was mistyped, and somebody else reads its mails. */
  @Test
  void who_reads_the_mails_to_an_address_that_was_left_cannot_take_the_account_there() {
    String mailed = accounts.mailedSecret(Letter.VerifyEmail.class);
    accounts.verifyEmail.move(ada.user().id(), Accounts.PASSWORD.value(), OTHER);
    accounts.verifyEmail.handle(accounts.mailedSecret(Letter.VerifyEmail.class));

    assertThat(accounts.verifyEmail.handle(mailed)).isFalse();
    assertThat(user().email()).isEqualTo(OTHER);
  }

  @Test
  void who_asked_for_a_mail_too_early_is_mailed_all_the_same_once_there_is_an_account() {
    accounts.mailed();
    accounts.mails.askToVerify(OTHER);
    assertThat(accounts.mailed()).isEmpty();

    accounts.registers(OTHER);

    assertThat(letters()).hasOnlyElementsOfType(Letter.VerifyEmail.class).hasSize(1);
  }

  @RepeatedTest(5)
  void of_two_resets_with_one_secret_at_once_one_happens() {
    String secret = resetSecret();
    List<Password> wanted = List.of(NEW, new Password("yet another password"));

    List<Boolean> done = Race.of(2, i -> accounts.resetPassword.handle(secret, wanted.get(i)));

    assertThat(done).containsExactlyInAnyOrder(true, false);
    assertThat(logsIn(wanted.get(done.indexOf(true)))).isPresent();
  }

  /** Whichever comes first, who reads the mails has the account afterwards, or the owner still. */
  @RepeatedTest(5)
  void a_change_and_a_reset_at_once_leave_one_password_and_no_session_of_before() {
    String secret = resetSecret();
    String session =
        ((Credential.Session)
                accounts.accessTokens.verify(ada.accessToken().value()).orElseThrow().credential())
            .id();
    SignedIn other = logsIn(Accounts.PASSWORD).orElseThrow();
    Password changed = new Password("changed by its owner");

    List<Boolean> done =
        Race.of(
            2,
            i ->
                i == 0
                    ? accounts.resetPassword.handle(secret, NEW)
                    : accounts.changePassword.handle(
                        new ChangePassword.Command(
                            ada.user().id(), session, Accounts.PASSWORD.value(), changed)));

    assertThat(done).contains(true);
    assertThat(logsIn(done.getFirst() ? NEW : changed)).isPresent();
    assertThat(logsIn(Accounts.PASSWORD)).isEmpty();
    assertThat(accounts.checkAccessToken.handle(other.accessToken().value())).isEmpty();
  }

  @Test
  void an_instance_whose_clock_is_a_minute_behind_takes_a_secret_all_the_same() {
    String secret = resetSecret();
    accounts.clock.advance(Duration.ofSeconds(-60));

    assertThat(accounts.resetPassword.handle(secret, NEW)).isTrue();
  }
}
