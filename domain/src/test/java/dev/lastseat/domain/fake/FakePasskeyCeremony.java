package dev.lastseat.domain.fake;

import dev.lastseat.domain.fixture.Authenticator.Request;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import dev.lastseat.domain.shared.InvalidValue;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Checks the lines of a {@link FakeAuthenticator}; counts its checks of signatures, as a stand-in
 * for the time that real ones take.
 */
public final class FakePasskeyCeremony implements PasskeyCeremony {
  private static final Base64Url NOBODYS = Base64Url.ofText("nobody's key");

  private final RelyingParty shop;
  private final AtomicInteger checks = new AtomicInteger();

  public FakePasskeyCeremony(RelyingParty shop) {
    this.shop = shop;
  }

  public int checks() {
    return checks.get();
  }

  @Override
  public Optional<Made> checkRegistration(Registration answer) {
    String[] made = FakeAuthenticator.lines(answer.attestation());
    try {
      return challenge(Request.CREATE, answer.clientData())
          .filter(_ -> made.length == 5 && isGoodHere(made))
          .map(
              challenge ->
                  new Made(
                      new PasskeyId(made[3]),
                      Base64Url.ofText(made[4]),
                      Long.parseLong(made[2]),
                      challenge));
    } catch (IllegalArgumentException senseless) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Signed> checkLogIn(LogIn answer, Optional<Passkey> passkey) {
    checks.incrementAndGet();
    String[] signed = FakeAuthenticator.lines(answer.authenticatorData());
    Base64Url key = passkey.map(Passkey::publicKey).orElse(NOBODYS);
    boolean good =
        FakeAuthenticator.signature(key, answer.clientData(), answer.authenticatorData())
            .equals(answer.signature());
    return challenge(Request.GET, answer.clientData())
        .filter(_ -> good && passkey.isPresent() && signed.length == 3 && isGoodHere(signed))
        .map(challenge -> new Signed(Long.parseLong(signed[2]), challenge));
  }

  private boolean isGoodHere(String... lines) {
    return lines[0].equals(shop.id()) && lines[1].equals("true");
  }

  private Optional<Base64Url> challenge(String type, Base64Url clientData) {
    String[] lines = FakeAuthenticator.lines(clientData);
    boolean good = lines.length == 3 && lines[0].equals(type) && lines[2].equals(shop.origin());
    try {
      return good ? Optional.of(new Base64Url(lines[1])) : Optional.empty();
    } catch (InvalidValue senseless) {
      return Optional.empty();
    }
  }
}
