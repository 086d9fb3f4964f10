package dev.lastseat.domain.event;

import java.util.Locale;

/** Who may make a sale of a hold. */
public enum ConfirmedBy {
  /** Whoever holds it. */
  BUYER,
  /** Whoever runs the event, once it is paid. */
  SERVER;

  /** As the HTTP contract and the stores spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ConfirmedBy of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
