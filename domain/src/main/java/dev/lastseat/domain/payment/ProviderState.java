package dev.lastseat.domain.payment;

import java.util.Locale;

/**
 * How far a provider is with a payment. What is told comes in any order; of all that was told, the
 * state that stands last here counts, for money that was taken is there whatever else was tried.
 */
public enum ProviderState {
  ANNOUNCED,
  AUTHORISED,
  FAILED,
  CANCELLED,
  CAPTURED;

  /** The one that {@link #word} names. */
  public static ProviderState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
