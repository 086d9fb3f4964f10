package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.Authenticator;
import dev.lastseat.domain.fixture.Authenticator.Request;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.fixture.Trials;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.port.security.PasskeyCeremony.Made;
import dev.lastseat.domain.port.security.PasskeyCeremony.Registration;
import dev.lastseat.domain.port.security.PasskeyCeremony.Signed;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every check of ceremonies promises. */
public abstract class PasskeyCeremonyContract {
  protected static final RelyingParty SHOP =
      new RelyingParty("shop.example.com", "https://shop.example.com");
  protected static final Base64Url CHALLENGE = Base64Url.ofText("a challenge of the shop");
  private static final UserId ADA = new UserId("ada");

  private PasskeyCeremony ceremony;
  private Authenticator authenticator;

  /** For this relying party. */
  protected abstract PasskeyCeremony open(RelyingParty shop);

  /** A new one, whose answers the ceremony can check. */
  protected abstract Authenticator authenticator();

  @BeforeEach
  void openCeremony() {
    ceremony = open(SHOP);
    authenticator = authenticator();
  }

  static List<RelyingParty> otherPages() {
    return List.of(
        new RelyingParty(SHOP.id(), "http://shop.example.com"),
        new RelyingParty(SHOP.id(), "https://shop.example.com:8443"),
        new RelyingParty(SHOP.id(), "https://tickets.shop.example.com"),
        new RelyingParty(SHOP.id(), "https://shop.example.com.evil.example"),
        new RelyingParty("example.com", SHOP.origin()),
        new RelyingParty("evil.example", SHOP.origin()),
        new RelyingParty("evil.example", "https://evil.example"));
  }

  @Test
  void a_passkey_that_was_made_logs_in() {
    Made made = registered();
    assertThat(made.challenge()).isEqualTo(CHALLENGE);

    LogIn answer = authenticator.logIn(Request.get(CHALLENGE, SHOP), made.id());

    assertThat(answer.id()).isEqualTo(made.id());
    assertThat(answer.userHandle()).isEqualTo(Passkey.handle(ADA));
    assertThat(ceremony.checkLogIn(answer, Optional.of(passkey(made, made.signCount()))))
        .contains(new Signed(made.signCount() + 1, CHALLENGE));
  }

  @ParameterizedTest
  @MethodSource("otherPages")
  void an_answer_that_was_given_elsewhere_is_not_believed(RelyingParty elsewhere) {
    Passkey passkey = passkey(registered(), 0);

    assertThat(register(Request.create(CHALLENGE, elsewhere))).isEmpty();
    assertThat(logIn(Request.get(CHALLENGE, elsewhere), passkey)).isEmpty();
  }

  @Test
  void an_answer_to_another_question_is_not_believed() {
    Passkey passkey = passkey(registered(), 0);

    assertThat(register(Request.create(CHALLENGE, SHOP).as(Request.GET))).isEmpty();
    assertThat(logIn(Request.get(CHALLENGE, SHOP).as(Request.CREATE), passkey)).isEmpty();
  }

  @Test
  void an_answer_that_nobody_said_yes_to_is_not_believed() {
    Passkey passkey = passkey(registered(), 0);

    assertThat(register(Request.create(CHALLENGE, SHOP).untouched())).isEmpty();
    assertThat(logIn(Request.get(CHALLENGE, SHOP).untouched(), passkey)).isEmpty();
  }

  @Test
  void what_another_key_signed_is_not_believed() {
    Passkey ours = passkey(registered(), 0);
    authenticator = authenticator();
    Made theirs = registered();

    assertThat(logIn(Request.get(CHALLENGE, SHOP), passkey(theirs, 0))).isPresent();
    LogIn answer = authenticator.logIn(Request.get(CHALLENGE, SHOP), theirs.id());
    assertThat(ceremony.checkLogIn(answer, Optional.of(ours))).isEmpty();
  }

  @Test
  void without_a_passkey_nothing_is_believed() {
    LogIn answer = authenticator.logIn(Request.get(CHALLENGE, SHOP), registered().id());

    assertThat(ceremony.checkLogIn(answer, Optional.empty())).isEmpty();
  }

  @Test
  void a_count_that_does_not_go_on_is_told_and_no_reason_to_refuse() {
    Made made = registered();
    LogIn answer = authenticator.logIn(Request.get(CHALLENGE, SHOP), made.id());

    assertThat(ceremony.checkLogIn(answer, Optional.of(passkey(made, 1_000))))
        .contains(new Signed(made.signCount() + 1, CHALLENGE));
  }

  @Test
  void an_answer_that_was_changed_in_any_bit_is_not_believed() {
    Passkey passkey = passkey(registered(), 0);
    Optional<Passkey> known = Optional.of(passkey);
    LogIn answer = authenticator.logIn(Request.get(CHALLENGE, SHOP), passkey.id());
    Trials.of(
        random -> {
          List<LogIn> changed =
              List.of(
                  withClientData(answer, changed(answer.clientData(), random)),
                  withAuthenticatorData(answer, changed(answer.authenticatorData(), random)),
                  withSignature(answer, changed(answer.signature(), random)));
          assertThat(changed)
              .allSatisfy(it -> assertThat(ceremony.checkLogIn(it, known)).isEmpty());
        });
  }

  @Test
  void a_registration_that_makes_no_sense_is_not_believed_and_does_no_harm() {
    Registration answer = authenticator.register(Request.create(CHALLENGE, SHOP), ADA);
    Trials.of(
        random -> {
          Base64Url noise = noise(random);
          assertThat(ceremony.checkRegistration(new Registration(noise, answer.attestation())))
              .isEmpty();
          assertThat(ceremony.checkRegistration(new Registration(answer.clientData(), noise)))
              .isEmpty();
          // What changes the key itself cannot be seen: nobody vouches for a new key.
          ceremony.checkRegistration(
              new Registration(answer.clientData(), changed(answer.attestation(), random)));
        });
  }

  @Test
  void a_log_in_that_makes_no_sense_is_not_believed_and_does_no_harm() {
    Passkey passkey = passkey(registered(), 0);
    LogIn answer = authenticator.logIn(Request.get(CHALLENGE, SHOP), passkey.id());
    Trials.of(
        random ->
            assertThat(
                    List.of(
                        withClientData(answer, noise(random)),
                        withAuthenticatorData(answer, noise(random)),
                        withSignature(answer, noise(random))))
                .allSatisfy(
                    bad -> {
                      assertThat(ceremony.checkLogIn(bad, Optional.of(passkey))).isEmpty();
                      assertThat(ceremony.checkLogIn(bad, Optional.empty())).isEmpty();
                    }));
  }

  private Made registered() {
    return register(Request.create(CHALLENGE, SHOP)).orElseThrow();
  }

  private Optional<Made> register(Request request) {
    return ceremony.checkRegistration(authenticator.register(request, ADA));
  }

  private Optional<Signed> logIn(Request request, Passkey passkey) {
    return ceremony.checkLogIn(authenticator.logIn(request, passkey.id()), Optional.of(passkey));
  }

  private static Passkey passkey(Made made, long signCount) {
    return new Passkey(
        made.id(), ADA, made.publicKey(), signCount, "phone", TickingClock.START, Optional.empty());
  }

  private static LogIn withClientData(LogIn it, Base64Url changed) {
    return new LogIn(it.id(), changed, it.authenticatorData(), it.signature(), it.userHandle());
  }

  private static LogIn withAuthenticatorData(LogIn it, Base64Url changed) {
    return new LogIn(it.id(), it.clientData(), changed, it.signature(), it.userHandle());
  }

  private static LogIn withSignature(LogIn it, Base64Url changed) {
    return new LogIn(it.id(), it.clientData(), it.authenticatorData(), changed, it.userHandle());
  }

  private static Base64Url changed(Base64Url it, SplittableRandom random) {
    byte[] bytes = it.bytes();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return Base64Url.of(bytes);
  }

  private static Base64Url noise(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(1, 200)];
    random.nextBytes(bytes);
    return Base64Url.of(bytes);
  }
}
