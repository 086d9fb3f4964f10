package dev.lastseat.http.passkey;

import dev.lastseat.application.passkey.AddPasskey.Beginning.Begun;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.json.View;
import java.util.List;

/**
 * How passkeys are shown, and what browsers are asked for: what {@code
 * PublicKeyCredential.parseCreationOptionsFromJSON} and {@code parseRequestOptionsFromJSON} take.
 */
public final class PasskeyViews {
  private static final String KEY = "public-key";
  private static final String PREFERRED = "preferred";
  private static final long TIMEOUT = PasskeyChallenge.TTL.toMillis();

  private PasskeyViews() {}

  public static final View<Passkey> PASSKEY =
      new View<Passkey>()
          .field("id", passkey -> passkey.id().value())
          .field("name", Passkey::name)
          .field("createdAt", Passkey::createdAt)
          .field("lastUsedAt", Passkey::lastUsedAt);

  record CreationOptions(
      Rp rp,
      Owner user,
      String challenge,
      List<Algorithm> pubKeyCredParams,
      long timeout,
      List<Descriptor> excludeCredentials,
      Selection authenticatorSelection,
      String attestation) {}

  record Rp(String id, String name) {}

  record Owner(String id, String name, String displayName) {}

  record Algorithm(String type, int alg) {}

  record Descriptor(String type, String id) {}

  record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

  record RequestOptions(String challenge, long timeout, String rpId, String userVerification) {}

  static CreationOptions creation(RelyingParty shop, User user, Begun begun) {
    return new CreationOptions(
        new Rp(shop.id(), shop.id()),
        new Owner(Passkey.handle(user.id()).value(), user.email().value(), user.name()),
        begun.challenge().value().value(),
        PasskeyCeremony.ALGORITHMS.stream().map(number -> new Algorithm(KEY, number)).toList(),
        TIMEOUT,
        begun.known().stream().map(known -> new Descriptor(KEY, known.id().value())).toList(),
        new Selection("required", true, PREFERRED),
        "none");
  }

  static RequestOptions request(RelyingParty shop, PasskeyChallenge challenge) {
    return new RequestOptions(challenge.value().value(), TIMEOUT, shop.id(), PREFERRED);
  }
}
