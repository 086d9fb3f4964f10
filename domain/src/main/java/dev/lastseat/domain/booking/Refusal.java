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

  /** Who has not proved that the address of the account is theirs buys nothing here. */
  record EmailNotVerified() implements Refusal {}

  /** A sentence for the customer. */
  default String why() {
    return switch (this) {
      case EventNotFound _ -> "The event was not found.";
      case NotBookable(NotBookableReason reason) -> reason.why();
      case PriceChanged(Money price) ->
          "A ticket costs %s %s now."
              .formatted(price.major().toPlainString(), price.currency().getCurrencyCode());
      case SoldOut(int left) when left == 0 -> "The event is sold out.";
      case SoldOut(int left) when left == 1 -> "Only 1 ticket is left.";
      case SoldOut(int left) -> "Only " + left + " tickets are left.";
      case AllowanceSpent(int max) ->
          "One user may have %s for this event at the most."
              .formatted(max == 1 ? "1 ticket" : max + " tickets");
      case EmailNotVerified _ ->
          "Verify your e-mail address first: a mail with a link was sent to it.";
    };
  }
}
