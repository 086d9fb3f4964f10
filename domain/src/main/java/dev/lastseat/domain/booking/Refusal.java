package dev.lastseat.domain.booking;

import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.shared.Money;

/** Why tickets of an event are not sold. */
public sealed interface Refusal {
  record EventNotFound() implements Refusal {}

  /** The event is not on sale. */
  record NotBookable(NotBookableReason reason) implements Refusal {}

  /** A ticket costs something else than the buyer expects. */
  record PriceChanged(Money price) implements Refusal {}

  /** Fewer places are free than were wanted. */
  record SoldOut(int left) implements Refusal {}

  /** The user would have more tickets than one user may have. */
  record AllowanceSpent(int maxTicketsPerUser) implements Refusal {}
}
