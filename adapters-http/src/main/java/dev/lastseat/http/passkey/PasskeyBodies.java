package dev.lastseat.http.passkey;

import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.port.security.PasskeyCeremony.Registration;
import dev.lastseat.http.input.Fields;
import java.util.Optional;

/**
 * Reads what authenticators answered, as browsers write it ({@code PublicKeyCredential.toJSON()},
 * Web Authentication Level 3, section 5.1): with more than is needed here, and each with its own.
 */
final class PasskeyBodies {
  private PasskeyBodies() {}

  /** Ends the reading of the body. */
  static Registration registration(Fields body) {
    Fields response = response(credential(body)).require("attestationObject");
    Optional<Base64Url> clientData = bytes(response, "clientDataJSON");
    Optional<Base64Url> attestation = bytes(response, "attestationObject");
    body.requireGood();
    return new Registration(clientData.orElseThrow(), attestation.orElseThrow());
  }

  /** Ends the reading of the body. */
  static LogIn logIn(Fields body) {
    Fields credential = credential(body).require("id");
    Fields response = response(credential).require("authenticatorData", "signature", "userHandle");
    Optional<PasskeyId> id = credential.made("id", PasskeyId::new);
    Optional<Base64Url> clientData = bytes(response, "clientDataJSON");
    Optional<Base64Url> authenticatorData = bytes(response, "authenticatorData");
    Optional<Base64Url> signature = bytes(response, "signature");
    Optional<Base64Url> userHandle = bytes(response, "userHandle");
    body.requireGood();
    return new LogIn(
        id.orElseThrow(),
        clientData.orElseThrow(),
        authenticatorData.orElseThrow(),
        signature.orElseThrow(),
        userHandle.orElseThrow());
  }

  private static Fields credential(Fields body) {
    return body.require("credential").openObject("credential").require("response");
  }

  private static Fields response(Fields credential) {
    return credential.openObject("response").require("clientDataJSON");
  }

  private static Optional<Base64Url> bytes(Fields fields, String name) {
    return fields.made(name, Base64Url::new);
  }
}
