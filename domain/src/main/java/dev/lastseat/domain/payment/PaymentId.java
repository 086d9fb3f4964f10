package dev.lastseat.domain.payment;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.regex.Pattern;

/** Names one payment: by whoever took the money, and by what they call it. */
public record PaymentId(String provider, String reference) {
  private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._@-]{1,128}");

  public PaymentId {
    requireProvider(provider);
    requireReference("reference", reference);
  }

  /** The name itself when a provider may have it. */
  public static String requireProvider(String provider) {
    if (!PROVIDER.matcher(provider).matches()) {
      throw new InvalidValue("provider", provider, "must be 1 to 32 small letters, digits or '-'");
    }
    return provider;
  }

  /** The value itself when a provider may call something so. */
  public static String requireReference(String field, String value) {
    if (!REFERENCE.matcher(value).matches()) {
      throw new InvalidValue(
          field, value, "must be 1 to 128 letters, digits, '.', '_', '@' or '-'");
    }
    return value;
  }

  /** As {@link #text} has it. */
  public static PaymentId parse(String text) {
    int colon = text.indexOf(':');
    return new PaymentId(text.substring(0, Math.max(colon, 0)), text.substring(colon + 1));
  }

  /** Such as {@code stripe:pi_1}. */
  public String text() {
    return provider + ":" + reference;
  }
}
