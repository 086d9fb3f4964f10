package dev.lastseat.domain.webhook;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.RandomBytes;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What messages to one endpoint are signed with: {@value #PREFIX} and the base64 of 24 to 64 random
 * bytes (Standard Webhooks 1.0).
 */
public record WebhookSecret(String value) {
  public static final String PREFIX = "whsec_";
  private static final String FOUR = "[A-Za-z0-9+/]{4}";
  private static final Pattern FORM =
      Pattern.compile(
          PREFIX + "(?:" + FOUR + "){7,21}(?:" + FOUR + "|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)");

  public WebhookSecret {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("secret", "…", "must be whsec_ and base64");
    }
  }

  /** {@code random} must not be predictable. */
  public static WebhookSecret random(RandomGenerator random) {
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(RandomBytes.of(random)));
  }

  public byte[] bytes() {
    return Base64.getDecoder().decode(value.substring(PREFIX.length()));
  }

  @Override
  public String toString() {
    return "WebhookSecret[…]";
  }
}
