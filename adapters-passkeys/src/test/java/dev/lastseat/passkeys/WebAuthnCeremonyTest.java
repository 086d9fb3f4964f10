package dev.lastseat.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.contract.PasskeyCeremonyContract;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.Authenticator;
import dev.lastseat.domain.fixture.Authenticator.Request;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.port.security.PasskeyCeremony.Made;
import dev.lastseat.domain.port.security.PasskeyCeremony.Signed;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebAuthnCeremonyTest extends PasskeyCeremonyContract {
  private static final UserId ADA = new UserId("ada");

  @Override
  protected PasskeyCeremony open(RelyingParty shop) {
    return PasskeyAdapters.ceremony(shop);
  }

  @Override
  protected Authenticator authenticator() {
    return new SoftAuthenticator(KeyKind.ES256, true);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RS1")
  void keys_of_each_kind_that_is_asked_for_log_in_also_where_nobody_counts(KeyKind kind) {
    PasskeyCeremony ceremony = open(SHOP);
    Authenticator synced = new SoftAuthenticator(kind, false);
    Made made =
        ceremony
            .checkRegistration(synced.register(Request.create(CHALLENGE, SHOP), ADA))
            .orElseThrow();

    LogIn answer = synced.logIn(Request.get(CHALLENGE, SHOP), made.id());

    assertThat(ceremony.checkLogIn(answer, Optional.of(passkey(made.publicKey()))))
        .contains(new Signed(0, CHALLENGE));
  }

  @Test
  void a_key_of_a_kind_that_is_not_asked_for_is_refused() {
    Authenticator old = new SoftAuthenticator(KeyKind.RS1, true);

    assertThat(open(SHOP).checkRegistration(old.register(Request.create(CHALLENGE, SHOP), ADA)))
        .isEmpty();
  }

  @Test
  void an_empty_challenge_is_none() {
    Base64Url clientData =
        Base64Url.ofText(
            "{\"type\":\"webauthn.create\",\"challenge\":\"\",\"origin\":\"%s\"}"
                .formatted(SHOP.origin()));
    var answer = authenticator().register(Request.create(CHALLENGE, SHOP), ADA);

    assertThat(
            open(SHOP)
                .checkRegistration(
                    new PasskeyCeremony.Registration(clientData, answer.attestation())))
        .isEmpty();
  }

  @Test
  void a_stored_key_that_makes_no_sense_is_reported_by_its_name() {
    PasskeyCeremony ceremony = open(SHOP);
    Authenticator authenticator = authenticator();
    Made made =
        ceremony
            .checkRegistration(authenticator.register(Request.create(CHALLENGE, SHOP), ADA))
            .orElseThrow();
    LogIn answer = authenticator.logIn(Request.get(CHALLENGE, SHOP), made.id());
    Passkey corrupt = passkey(Base64Url.ofText("no key at all"));

    assertThatThrownBy(() -> ceremony.checkLogIn(answer, Optional.of(corrupt)))
        .isInstanceOf(CorruptDocument.class)
        .hasMessageContaining("publicKey")
        .hasMessageContaining(corrupt.id().value());
  }

  private static Passkey passkey(Base64Url publicKey) {
    return new Passkey(
        APasskey.id("phone"), ADA, publicKey, 0, "phone", TickingClock.START, Optional.empty());
  }
}
