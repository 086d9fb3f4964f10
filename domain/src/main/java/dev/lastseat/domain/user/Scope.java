package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an API key may be used for, if its owner may do so. */
public enum Scope {
  EVENTS_READ,
  EVENTS_WRITE,
  BOOKINGS_READ,
  BOOKINGS_WRITE,
  BOOKINGS_CONFIRM,
  CHECKIN,
  FACTS_READ,
  WEBHOOKS;

  /** The scope as the HTTP contract and the stores spell it, such as {@code events:read}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  public static Scope of(String word) {
    return Arrays.stream(values())
        .filter(scope -> scope.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new InvalidValue("scopes", word, "must be of " + words()));
  }

  private static String words() {
    return Arrays.stream(values()).map(Scope::word).collect(Collectors.joining(", "));
  }
}
