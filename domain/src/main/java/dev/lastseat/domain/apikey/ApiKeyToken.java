package dev.lastseat.domain.apikey;

import dev.lastseat.domain.user.ApiKeyId;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program sends: {@value #PREFIX}, the id of its key, and a secret of 256 random bits. Who
 * scans for leaked secrets finds it by its form.
 */
public record ApiKeyToken(ApiKeyId id, String secret) {
  public static final String PREFIX = "lsk_";
  private static final int BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(PREFIX + "([A-Za-z0-9-]{1,64})_([A-Za-z0-9_-]{43})");

  /** {@code random} must not be predictable. */
  public static ApiKeyToken random(ApiKeyId id, RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new ApiKeyToken(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Empty when the text cannot be one. */
  public static Optional<ApiKeyToken> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new ApiKeyToken(new ApiKeyId(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }

  /** The only place where the secret shows. */
  public String value() {
    return PREFIX + id.value() + "_" + secret;
  }

  @Override
  public String toString() {
    return "ApiKeyToken[" + id.value() + ", …]";
  }
}
