package dev.lastseat.domain.apikey;

import dev.lastseat.domain.shared.RandomBytes;
import dev.lastseat.domain.user.ApiKeyId;
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
  private static final Pattern FORM =
      Pattern.compile(PREFIX + "([A-Za-z0-9-]{1,64})_([A-Za-z0-9_-]{43})");

  /** {@code random} must not be predictable. */
  public static ApiKeyToken random(ApiKeyId id, RandomGenerator random) {
    return new ApiKeyToken(id, RandomBytes.text(random));
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
