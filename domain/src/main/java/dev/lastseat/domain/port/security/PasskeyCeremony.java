package dev.lastseat.domain.port.security;

import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import java.util.List;
import java.util.Optional;

/**
 * Checks what authenticators answer to a challenge, for one relying party: that it was signed for
 * its id, in a page of its origin, in the presence of somebody. Whether the challenge was handed
 * out, and not answered before, is for the caller to find out.
 */
public interface PasskeyCeremony {
  /**
   * The algorithms of keys that it can check, the preferred one first, by their numbers in the COSE
   * registry of IANA: ES256, EdDSA and RS256.
   */
  List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  /** Empty when the answer is not to be believed. */
  Optional<Made> checkRegistration(Registration answer);

  /**
   * Empty when the answer is not to be believed. Where there is no passkey it always is, after the
   * same work.
   */
  Optional<Signed> checkLogIn(LogIn answer, Optional<Passkey> passkey);

  /** What an authenticator answers when it is to make a passkey. */
  record Registration(Base64Url clientData, Base64Url attestation) {}

  /**
   * What an authenticator answers when somebody is to log in.
   *
   * @param userHandle {@link Passkey#handle}, which it keeps beside the key and nobody has signed
   */
  record LogIn(
      PasskeyId id,
      Base64Url clientData,
      Base64Url authenticatorData,
      Base64Url signature,
      Base64Url userHandle) {}

  /** What there is to know of a new passkey. */
  record Made(PasskeyId id, Base64Url publicKey, long signCount, Base64Url challenge) {}

  /** What was signed with a passkey. */
  record Signed(long signCount, Base64Url challenge) {}
}
