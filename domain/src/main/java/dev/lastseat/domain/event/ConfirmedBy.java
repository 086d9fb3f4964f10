package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.Spelled;

/** Who may make a sale of a hold. */
public enum ConfirmedBy implements Spelled {
  /** Whoever holds it. */
  BUYER,
  /** Whoever runs the event, once it is paid. */
  SERVER;

  public static ConfirmedBy of(String word) {
    return Spelled.parse(ConfirmedBy.class, word);
  }
}
