package dev.lastseat.domain.webhook;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a webhook may be told of: what happens to events and their bookings, which each have one
 * organiser. An order may be of several; each of its bookings is told.
 */
public enum WebhookKind {
  EVENT_CREATED,
  EVENT_CHANGED,
  EVENT_PUBLISHED,
  EVENT_CANCELLED,
  EVENT_COMPLETED,
  EVENT_DELETED,
  BOOKING_HELD,
  BOOKING_CONFIRMED,
  BOOKING_CANCELLED,
  BOOKING_EXPIRED,
  BOOKING_MOVED,
  BOOKING_SHORTENED;

  /** As facts and messages spell it, such as {@code booking.confirmed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  public static WebhookKind of(String word) {
    return find(word).orElseThrow(() -> new InvalidValue("kinds", word, "must be of " + words()));
  }

  /** Empty for what no webhook is told of. */
  public static Optional<WebhookKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  private static String words() {
    return Arrays.stream(values()).map(WebhookKind::word).collect(Collectors.joining(", "));
  }
}
