package dev.lastseat.application.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.passkey.AddPasskey.Beginning;
import dev.lastseat.application.passkey.AddPasskey.Outcome;
import dev.lastseat.domain.fake.FakeAuthenticator;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.Authenticator.Request;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony.Registration;
import org.junit.jupiter.api.Test;

/** Adding passkeys, and looking after them. */
class AddPasskeyTest {
  private static final Outcome REFUSED = new Outcome.Refused();

  private final Keyring keyring = new Keyring();

  @Test
  void whoever_knows_the_password_adds_a_passkey_under_a_name() {
    Passkey passkey = keyring.added(keyring.ada, keyring.phone);

    assertThat(passkey.name()).isEqualTo("my key");
    assertThat(passkey.createdAt()).isEqualTo(keyring.clock.instant());
    assertThat(passkey.lastUsedAt()).isEmpty();
    assertThat(keyring.own.list(keyring.ada.id())).containsExactly(passkey);
    assertThat(keyring.own.list(keyring.eve.id())).isEmpty();
  }

  @Test
  void its_owner_is_told_by_mail_and_nobody_of_one_that_was_refused() {
    keyring.added(keyring.ada, keyring.phone);
    keyring.add(keyring.eve, keyring.registration(keyring.ada, keyring.laptop));

    assertThat(keyring.mailsSent())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.to()).isEqualTo(keyring.ada.email());
              assertThat(mail.letter())
                  .isEqualTo(
                      new Letter.PasskeyAdded(keyring.ada.greeting(), keyring.clock.instant()));
            });
  }

  @Test
  void without_the_password_nothing_begins() {
    assertThat(keyring.add.begin(keyring.ada, "a stolen session"))
        .isEqualTo(new Beginning.WrongPassword());
  }

  @Test
  void an_authenticator_is_told_what_the_user_has_already() {
    Passkey passkey = keyring.added(keyring.ada, keyring.phone);
    keyring.added(keyring.eve, keyring.laptop);

    assertThat(keyring.begun(keyring.ada).known()).containsExactly(passkey);
  }

  @Test
  void an_answer_that_comes_again_is_refused() {
    Registration answer = keyring.registration(keyring.ada, keyring.phone);
    keyring.add(keyring.ada, answer);
    keyring.own.remove(keyring.ada.id(), keyring.own.list(keyring.ada.id()).getFirst().id());

    assertThat(keyring.add(keyring.ada, answer)).isEqualTo(REFUSED);
  }

  @Test
  void an_answer_that_comes_too_late_is_refused() {
    Registration answer = keyring.registration(keyring.ada, keyring.phone);
    keyring.clock.advance(PasskeyChallenge.TTL);

    assertThat(keyring.add(keyring.ada, answer)).isEqualTo(REFUSED);
  }

  @Test
  void an_answer_to_the_challenge_of_somebody_else_is_refused() {
    Registration answer = keyring.registration(keyring.ada, keyring.phone);

    assertThat(keyring.add(keyring.eve, answer)).isEqualTo(REFUSED);
    assertThat(keyring.own.list(keyring.eve.id())).isEmpty();
  }

  @Test
  void an_answer_to_no_challenge_or_to_that_of_a_log_in_is_refused() {
    for (Base64Url other : new Base64Url[] {Base64Url.ofText("mine"), keyring.challenge()}) {
      Registration answer =
          keyring.phone.register(Request.create(other, Keyring.SHOP), keyring.ada.id());
      assertThat(keyring.add(keyring.ada, answer)).isEqualTo(REFUSED);
    }
  }

  @Test
  void an_answer_that_was_given_on_another_page_is_refused() {
    RelyingParty evil = new RelyingParty(Keyring.SHOP.id(), "https://evil.example");
    Base64Url challenge = keyring.begun(keyring.ada).challenge().value();

    assertThat(
            keyring.add(
                keyring.ada,
                keyring.phone.register(Request.create(challenge, evil), keyring.ada.id())))
        .isEqualTo(REFUSED);
  }

  @Test
  void the_passkey_of_somebody_else_is_not_taken_over() {
    Passkey adas = keyring.added(keyring.ada, keyring.phone);

    assertThat(
            keyring.add(
                keyring.eve, keyring.registration(keyring.eve, new FakeAuthenticator("phone "))))
        .isEqualTo(new Outcome.Taken());
    assertThat(keyring.passkeys.find(adas.id())).contains(adas);
  }

  @Test
  void nobody_has_more_than_twenty() {
    for (int i = 0; i < Passkey.MAX_PER_USER; i++) {
      keyring.passkeys.add(APasskey.of(keyring.ada.id(), "key " + i));
    }

    assertThat(keyring.add.begin(keyring.ada, Keyring.PASSWORD)).isEqualTo(new Beginning.TooMany());
    keyring.own.remove(keyring.ada.id(), APasskey.id("key 0"));
    assertThat(keyring.add.begin(keyring.ada, Keyring.PASSWORD))
        .isInstanceOf(Beginning.Begun.class);
  }

  @Test
  void its_owner_renames_and_removes_a_passkey_and_nobody_else() {
    Passkey passkey = keyring.added(keyring.ada, keyring.phone);

    assertThat(keyring.own.rename(keyring.eve.id(), passkey.id(), "mine")).isEmpty();
    assertThat(keyring.own.remove(keyring.eve.id(), passkey.id())).isFalse();
    assertThat(keyring.own.rename(keyring.ada.id(), passkey.id(), "old phone"))
        .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("old phone"));
    assertThat(keyring.own.remove(keyring.ada.id(), passkey.id())).isTrue();
    assertThat(keyring.own.list(keyring.ada.id())).isEmpty();
  }
}
