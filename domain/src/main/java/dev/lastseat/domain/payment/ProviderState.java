package dev.lastseat.domain.payment;

import dev.lastseat.domain.shared.Spelled;

/**
 * How far a provider is with a payment. What is told comes in any order; of all that was told, the
 * state that stands last here counts, for money that was taken is there whatever else was tried.
 */
public enum ProviderState implements Spelled {
  ANNOUNCED,
  AUTHORISED,
  FAILED,
  CANCELLED,
  CAPTURED;

  /** The one that {@link #word} names. */
  public static ProviderState of(String word) {
    return Spelled.parse(ProviderState.class, word);
  }
}
