package dev.lastseat.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Registering, and the first admin. */
class RegisteringTest {
  private final Accounts accounts = new Accounts();

  @Test
  void whoever_registers_is_a_user_and_logged_in() {
    SignedIn signedIn = accounts.registered();

    User user = signedIn.user();
    assertThat(user.role()).isEqualTo(Role.USER);
    assertThat(accounts.users.find(Accounts.EMAIL)).contains(user);
    assertThat(accounts.accessTokens.verify(signedIn.accessToken().value()))
        .hasValueSatisfying(
            principal -> {
              assertThat(principal.userId()).isEqualTo(user.id());
              assertThat(principal.role()).isEqualTo(Role.USER);
            });
    assertThat(accounts.refresh.handle(signedIn.refreshToken())).isPresent();
  }

  @Test
  void the_password_itself_is_not_kept() {
    assertThat(accounts.registered().user().passwordHash().value())
        .doesNotContain(Accounts.PASSWORD.value());
  }

  @Test
  void a_taken_address_in_whatever_letter_case_gets_what_a_new_one_gets_and_it_is_worth_nothing() {
    SignedIn owner = accounts.registered();

    SignedIn stranger = accounts.registers(new Email("ADA@example.com"));

    assertThat(stranger.user().email()).isEqualTo(owner.user().email());
    assertThat(stranger.user().id()).isNotEqualTo(owner.user().id());
    assertThat(stranger.accessToken().value()).hasSameSizeAs(owner.accessToken().value());
    assertThat(accounts.checkAccessToken.handle(stranger.accessToken().value())).isEmpty();
    assertThat(accounts.refresh.handle(stranger.refreshToken())).isEmpty();
    assertThat(accounts.users.find(Accounts.EMAIL)).contains(owner.user());
    assertThat(accounts.users.find(stranger.user().id())).isEmpty();
  }

  @RepeatedTest(3)
  void of_many_registrations_with_one_address_one_counts() {
    List<SignedIn> answers = Race.of(8, _ -> accounts.registered());

    assertThat(answers)
        .filteredOn(it -> accounts.checkAccessToken.handle(it.accessToken().value()).isPresent())
        .hasSize(1);
  }

  @Test
  void the_first_admin_is_created_once_and_can_log_in() {
    assertThat(accounts.admins.hasNone()).isTrue();
    assertThat(accounts.admins.createFirst(Accounts.EMAIL, Accounts.PASSWORD)).isTrue();
    assertThat(accounts.admins.hasNone()).isFalse();
    assertThat(accounts.admins.createFirst(new Email("eve@example.com"), Accounts.PASSWORD))
        .isTrue();

    assertThat(accounts.logIn.handle(Accounts.EMAIL, Accounts.PASSWORD.value(), ASession.CLIENT))
        .hasValueSatisfying(it -> assertThat(it.user().role()).isEqualTo(Role.ADMIN));
    assertThat(accounts.users.find(new Email("eve@example.com"))).isEmpty();
  }

  @Test
  void a_user_who_has_the_address_does_not_become_an_admin() {
    User user = accounts.registered().user();

    assertThat(accounts.admins.createFirst(Accounts.EMAIL, Accounts.PASSWORD)).isFalse();
    assertThat(accounts.users.find(Accounts.EMAIL)).contains(user);
    assertThat(accounts.admins.hasNone()).isTrue();
  }
}
