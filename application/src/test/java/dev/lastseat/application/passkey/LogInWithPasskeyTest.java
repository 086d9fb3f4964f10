package dev.lastseat.application.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.session.RefreshSession;
import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.Authenticator.Request;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LogInWithPasskeyTest {
  private final Keyring keyring = new Keyring();
  private final Passkey passkey = keyring.added(keyring.ada, keyring.phone);

  @Test
  void a_passkey_logs_its_owner_in_with_a_session_like_any_other() {
    SignedIn signedIn = logsIn(keyring.answer(keyring.phone, passkey)).orElseThrow();

    assertThat(signedIn.user()).isEqualTo(keyring.ada);
    assertThat(keyring.accessTokens.verify(signedIn.accessToken().value()))
        .hasValueSatisfying(it -> assertThat(it.userId()).isEqualTo(keyring.ada.id()));
    assertThat(
            new RefreshSession(
                    keyring.sessions,
                    keyring.users,
                    keyring.ended,
                    keyring.tokens,
                    new MailQueue(
                        new JobQueue(new FakeJobs(keyring.store), () -> {}), keyring.clock),
                    keyring.clock)
                .handle(signedIn.refreshToken()))
        .isPresent();
  }

  @Test
  void the_use_is_noted() {
    logsIn(keyring.answer(keyring.phone, passkey));
    logsIn(keyring.answer(keyring.phone, passkey));

    Passkey used = keyring.passkeys.find(passkey.id()).orElseThrow();
    assertThat(used.signCount()).isEqualTo(2);
    assertThat(used.lastUsedAt()).contains(keyring.clock.instant());
  }

  @Test
  void an_answer_that_comes_again_is_refused() {
    LogIn answer = keyring.answer(keyring.phone, passkey);

    assertThat(logsIn(answer)).isPresent();
    assertThat(logsIn(answer)).isEmpty();
  }

  @RepeatedTest(5)
  void of_many_who_send_one_answer_at_once_one_is_logged_in() {
    LogIn answer = keyring.answer(keyring.phone, passkey);

    List<Optional<SignedIn>> answers = Race.of(8, _ -> logsIn(answer));

    assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void an_answer_that_comes_too_late_is_refused() {
    LogIn answer = keyring.answer(keyring.phone, passkey);
    keyring.clock.advance(PasskeyChallenge.TTL);

    assertThat(logsIn(answer)).isEmpty();
  }

  @Test
  void an_answer_to_no_challenge_or_to_that_of_a_registration_is_refused() {
    Base64Url registration = keyring.begun(keyring.ada).challenge().value();

    for (Base64Url other : List.of(Base64Url.ofText("mine"), registration)) {
      assertThat(logsIn(keyring.phone.logIn(Request.get(other, Keyring.SHOP), passkey.id())))
          .isEmpty();
    }
  }

  @Test
  void an_answer_that_was_given_elsewhere_is_refused() {
    for (RelyingParty elsewhere :
        List.of(
            new RelyingParty(Keyring.SHOP.id(), "https://evil.example"),
            new RelyingParty("evil.example", Keyring.SHOP.origin()))) {
      assertThat(
              logsIn(
                  keyring.phone.logIn(Request.get(keyring.challenge(), elsewhere), passkey.id())))
          .isEmpty();
    }
  }

  @Test
  void a_signature_of_another_key_is_refused() {
    Passkey evesKey = keyring.added(keyring.eve, keyring.laptop);
    LogIn evesAnswer = keyring.answer(keyring.laptop, evesKey);

    assertThat(logsIn(with(passkey.id(), Passkey.handle(keyring.ada.id()), evesAnswer))).isEmpty();
    assertThat(logsIn(evesAnswer)).isPresent();
  }

  @Test
  void an_answer_that_is_said_to_be_of_somebody_else_is_refused() {
    LogIn answer = keyring.answer(keyring.phone, passkey);

    assertThat(logsIn(with(answer.id(), Passkey.handle(keyring.eve.id()), answer))).isEmpty();
  }

  @Test
  void a_passkey_that_nobody_knows_is_refused_after_the_same_work_as_a_bad_signature() {
    LogIn answer = keyring.answer(keyring.phone, passkey);

    assertThat(logsIn(with(APasskey.id("made up"), answer.userHandle(), answer))).isEmpty();
    assertThat(keyring.ceremony.checks()).isEqualTo(1);
    assertThat(logsIn(with(answer.id(), Passkey.handle(keyring.eve.id()), answer))).isEmpty();
    assertThat(keyring.ceremony.checks()).isEqualTo(2);
    assertThat(logsIn(answer)).isPresent();
  }

  @Test
  void a_passkey_that_was_removed_is_refused() {
    LogIn answer = keyring.answer(keyring.phone, passkey);
    keyring.own.remove(keyring.ada.id(), passkey.id());

    assertThat(logsIn(answer)).isEmpty();
  }

  @Test
  void a_user_who_is_gone_is_not_logged_in() {
    User gone = keyring.withPassword(AUser.named("gone"));
    Passkey left = keyring.added(gone, keyring.laptop);

    assertThat(logsIn(keyring.answer(keyring.laptop, left))).isEmpty();
  }

  @Test
  void a_count_that_does_not_go_on_refuses_nobody_and_stays() {
    LogIn early = keyring.answer(keyring.phone, passkey);
    LogIn late = keyring.answer(keyring.phone, passkey);

    assertThat(logsIn(late)).isPresent();
    assertThat(logsIn(early)).isPresent();
    assertThat(keyring.passkeys.find(passkey.id()).orElseThrow().signCount()).isEqualTo(2);
  }

  @Test
  void challenges_that_expired_are_forgotten_and_no_others() {
    LogIn old = keyring.answer(keyring.phone, passkey);
    keyring.clock.advance(PasskeyChallenge.TTL.minusSeconds(1));
    LogIn young = keyring.answer(keyring.phone, passkey);
    keyring.clock.advance(Duration.ofSeconds(2));

    keyring.challenges.forgetExpired(keyring.clock.instant());

    assertThat(logsIn(old)).isEmpty();
    assertThat(logsIn(young)).isPresent();
  }

  private Optional<SignedIn> logsIn(LogIn answer) {
    return keyring.logIn.finish(answer, ASession.CLIENT);
  }

  private static LogIn with(PasskeyId id, Base64Url userHandle, LogIn answer) {
    return new LogIn(
        id, answer.clientData(), answer.authenticatorData(), answer.signature(), userHandle);
  }
}
