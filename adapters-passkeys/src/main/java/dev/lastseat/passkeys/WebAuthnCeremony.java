package dev.lastseat.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import java.util.List;
import java.util.Optional;

/**
 * Checks as sections 7.1 and 7.2 of Web Authentication Level 2 say. Nobody has to vouch for an
 * authenticator (attestation "none"), it need not know who touches it (user verification
 * "preferred"), and a count that does not go on is no reason to refuse.
 *
 * <p>The library meets nonsense with whatever exception it ends in: of its own, of Jackson, of the
 * JDK. They all say that the answer is not to be believed.
 */
final class WebAuthnCeremony implements PasskeyCeremony {
  private static final boolean USER_VERIFICATION_REQUIRED = false;
  private static final boolean USER_PRESENCE_REQUIRED = true;
  private static final List<PublicKeyCredentialParameters> KEYS =
      ALGORITHMS.stream()
          .map(
              algorithm ->
                  new PublicKeyCredentialParameters(
                      PublicKeyCredentialType.PUBLIC_KEY,
                      COSEAlgorithmIdentifier.create(algorithm)))
          .toList();

  private final RelyingParty shop;
  private final WebAuthnManager manager;
  private final PublicKeys publicKeys;

  WebAuthnCeremony(RelyingParty shop) {
    ObjectConverter converter = new ObjectConverter();
    this.shop = shop;
    this.manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    this.publicKeys = new PublicKeys(converter);
  }

  @Override
  public Optional<Made> checkRegistration(Registration answer) {
    try {
      RegistrationData data =
          manager.parse(
              new RegistrationRequest(answer.attestation().bytes(), answer.clientData().bytes()));
      ServerProperty here = here(data.getCollectedClientData());
      manager.verify(
          data,
          new RegistrationParameters(
              here, KEYS, USER_VERIFICATION_REQUIRED, USER_PRESENCE_REQUIRED));
      return Optional.of(made(data, here));
    } catch (RuntimeException unbelievable) {
      return Optional.empty();
    }
  }

  private Made made(RegistrationData data, ServerProperty here) {
    AuthenticatorData<?> made = data.getAttestationObject().getAuthenticatorData();
    byte[] id = made.getAttestedCredentialData().getCredentialId();
    return new Made(
        new PasskeyId(Base64Url.of(id).value()),
        publicKeys.write(made),
        made.getSignCount(),
        challenge(here));
  }

  @Override
  public Optional<Signed> checkLogIn(LogIn answer, Optional<Passkey> passkey) {
    CredentialRecord key = passkey.map(publicKeys::read).orElseGet(publicKeys::nobodys);
    try {
      AuthenticationData data =
          manager.parse(
              new AuthenticationRequest(
                  key.getAttestedCredentialData().getCredentialId(),
                  answer.authenticatorData().bytes(),
                  answer.clientData().bytes(),
                  answer.signature().bytes()));
      ServerProperty here = here(data.getCollectedClientData());
      manager.verify(
          data,
          new AuthenticationParameters(
              here, key, null, USER_VERIFICATION_REQUIRED, USER_PRESENCE_REQUIRED));
      Signed signed = new Signed(data.getAuthenticatorData().getSignCount(), challenge(here));
      return passkey.map(_ -> signed);
    } catch (RuntimeException unbelievable) {
      return Optional.empty();
    }
  }

  /** Any challenge is good here: who handed it out, and when, is not judged in this module. */
  private ServerProperty here(CollectedClientData data) {
    return ServerProperty.builder()
        .origin(Origin.create(shop.origin()))
        .rpId(shop.id())
        .challenge(data.getChallenge())
        .build();
  }

  private static Base64Url challenge(ServerProperty here) {
    return Base64Url.of(here.getChallenge().getValue());
  }
}
