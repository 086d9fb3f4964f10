package dev.lastseat.domain.returns;

import dev.lastseat.domain.claim.Ordinals;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tickets of one booking that were given back together.
 *
 * @param tickets their numbers in the booking, ascending
 * @param fee what is kept of their price
 * @param key the client's name for the request; empty where it had none
 */
public record Return(List<Integer> tickets, Money fee, Instant at, Optional<UUID> key) {
  public Return {
    tickets = Ordinals.ascending("tickets", tickets);
  }

  /** What their buyer gets back, of tickets that cost so much each. */
  public Money refund(Money unitPrice) {
    long paid = unitPrice.times(tickets.size()).minorUnits();
    return new Money(paid - fee.minorUnits(), unitPrice.currency());
  }
}
