package dev.lastseat.domain.claim;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.List;

/**
 * What a live booking holds, and what no other live booking of the event may hold at the same time.
 */
public record Claim(Places places, Allowances allowances) {
  public Claim {
    if (places.count() != allowances.ordinals().size()) {
      throw new InvalidValue("allowances", allowances.ordinals(), "must be as many as the places");
    }
  }

  /** The part of it at those indexes, from 0 up. */
  public Claim at(List<Integer> indexes) {
    return new Claim(
        Places.of(indexes.stream().map(places.ordinals()::get).toList()),
        new Allowances(indexes.stream().map(allowances.ordinals()::get).toList()));
  }
}
