package dev.lastseat.domain.passkey;

import dev.lastseat.domain.shared.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bytes as browsers and servers exchange them, in base64url without padding (RFC 4648, section 5).
 */
public record Base64Url(String value) {
  public Base64Url {
    if (value.isEmpty() || !value.equals(rewritten(value))) {
      throw new InvalidValue("bytes", value, "must be bytes in base64url, without padding");
    }
  }

  public static Base64Url of(byte[] bytes) {
    return new Base64Url(encoded(bytes));
  }

  public static Base64Url ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return Base64.getUrlDecoder().decode(value);
  }

  /** Bytes can be written in one way only, so that whoever compares texts compares bytes. */
  private static String rewritten(String value) {
    try {
      return encoded(Base64.getUrlDecoder().decode(value));
    } catch (IllegalArgumentException otherText) {
      return "";
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
