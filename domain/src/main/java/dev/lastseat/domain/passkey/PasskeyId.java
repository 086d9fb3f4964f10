package dev.lastseat.domain.passkey;

import dev.lastseat.domain.shared.InvalidValue;

/**
 * Names one passkey: the credential id that its authenticator made up, 1 to {@value #MAX_BYTES}
 * bytes in base64url.
 */
public record PasskeyId(String value) {
  public static final int MAX_BYTES = 1_023;

  public PasskeyId {
    if (new Base64Url(value).bytes().length > MAX_BYTES) {
      throw new InvalidValue("id", value, "must be at most " + MAX_BYTES + " bytes");
    }
  }
}
