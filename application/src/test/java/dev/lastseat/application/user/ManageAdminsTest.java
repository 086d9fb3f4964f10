package dev.lastseat.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.session.SignedIn;
import dev.lastseat.application.user.ManageAdmins.Creation;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.Role;
import org.junit.jupiter.api.Test;

class ManageAdminsTest {
  private static final Email ROOT = new Email("root@example.com");
  private static final Password MADE_UP = new Password("a password nobody knows");

  private final Accounts accounts = new Accounts();
  private final ManageAdmins admins = accounts.admins;

  @Test
  void an_address_that_nobody_has_gets_an_account_and_the_password() {
    assertThat(admins.create(ROOT, MADE_UP)).isEqualTo(Creation.CREATED);

    assertThat(logIn(ROOT, MADE_UP)).isTrue();
    assertThat(admins.list()).extracting(it -> it.email()).containsExactly(ROOT);
  }

  @Test
  void a_user_who_has_proved_the_address_becomes_an_admin_and_keeps_the_password() {
    SignedIn before = accounts.registered();
    accounts.verifyEmail.handle(accounts.mailedSecret(Letter.VerifyEmail.class));

    assertThat(admins.create(Accounts.EMAIL, MADE_UP)).isEqualTo(Creation.PROMOTED);

    assertThat(logIn(Accounts.EMAIL, MADE_UP)).isFalse();
    assertThat(logIn(Accounts.EMAIL, Accounts.PASSWORD)).isTrue();
    assertThat(accounts.users.find(Accounts.EMAIL).orElseThrow().role()).isEqualTo(Role.ADMIN);
    assertThat(accounts.refresh.handle(before.refreshToken())).isEmpty();
  }

  @Test
  void a_stranger_who_registered_the_address_does_not_become_an_admin_by_that() {
    SignedIn stranger = accounts.registered();
    accounts.passkeys.add(APasskey.of(stranger.user().id(), "phone"));
    accounts.apiKeys.add(AnApiKey.of(stranger.user().id(), "key-1"));

    assertThat(admins.create(Accounts.EMAIL, MADE_UP)).isEqualTo(Creation.CREATED);

    assertThat(logIn(Accounts.EMAIL, Accounts.PASSWORD)).isFalse();
    assertThat(logIn(Accounts.EMAIL, MADE_UP)).isTrue();
    assertThat(accounts.passkeys.of(stranger.user().id())).isEmpty();
    assertThat(accounts.apiKeys.count(stranger.user().id())).isZero();
    assertThat(accounts.refresh.handle(stranger.refreshToken())).isEmpty();
  }

  @Test
  void a_lost_password_is_replaced_and_ends_what_was_begun_with_it() {
    SignedIn before = accounts.registered();
    accounts.users.changeRole(before.user().id(), Role.ADMIN, accounts.clock.instant());

    String mailed = accounts.mailedSecret(Letter.VerifyEmail.class);

    assertThat(admins.resetPassword(Accounts.EMAIL, MADE_UP)).isTrue();

    assertThat(accounts.verifyEmail.handle(mailed)).isFalse();
    assertThat(logIn(Accounts.EMAIL, Accounts.PASSWORD)).isFalse();
    assertThat(logIn(Accounts.EMAIL, MADE_UP)).isTrue();
    assertThat(accounts.refresh.handle(before.refreshToken())).isEmpty();
  }

  @Test
  void passwords_of_others_are_left_alone() {
    accounts.registered();

    assertThat(admins.resetPassword(Accounts.EMAIL, MADE_UP)).isFalse();
    assertThat(admins.resetPassword(ROOT, MADE_UP)).isFalse();
    assertThat(logIn(Accounts.EMAIL, Accounts.PASSWORD)).isTrue();
  }

  @Test
  void all_admins_are_listed_however_many_there_are() {
    for (int i = 0; i < 101; i++) {
      accounts.users.add(AUser.admin("root" + i));
    }
    accounts.users.add(AUser.named("ada"));

    assertThat(admins.list()).hasSize(101).allMatch(it -> it.role() == Role.ADMIN);
  }

  private boolean logIn(Email email, Password password) {
    return accounts.logIn.handle(email, password.value(), ASession.CLIENT).isPresent();
  }
}
