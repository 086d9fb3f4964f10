package dev.lastseat.domain.claim;

import dev.lastseat.domain.shared.InvalidValue;

/**
 * What a live booking holds, and what no other live booking of the event may hold at the same time.
 */
public record Claim(Places places, Allowances allowances) {
  public Claim {
    if (places.count() != allowances.ordinals().size()) {
      throw new InvalidValue("allowances", allowances.ordinals(), "must be as many as the places");
    }
  }
}
