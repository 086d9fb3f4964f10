package dev.lastseat.domain.policy;

import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.shared.Money;
import java.time.Duration;

/** Why tickets of an event are not sold. */
public sealed interface Refusal {
  record EventNotFound() implements Refusal {}

  /** The event is not on sale. */
  record NotBookable(NotBookableReason reason) implements Refusal {}

  /** A ticket costs something else than the buyer expects. */
  record PriceChanged(Money price) implements Refusal {}

  /** Fewer places are free than were wanted. */
  record SoldOut(int left) implements Refusal {}

  /** The box office named a contingent that the event does not have, or that is released. */
  record NoContingent(String name) implements Refusal {}

  /** The user would have more tickets than one user may have. */
  record AllowanceSpent(int maxTicketsPerUser) implements Refusal {}

  /** Who has not proved that the address of the account is theirs buys nothing here. */
  record EmailNotVerified() implements Refusal {}

  /** The user let holds of the event expire again and again, and may hold some after that time. */
  record HoldAgainLater(Duration pause) implements Refusal {}

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
      case NoContingent(String name) ->
          "The event keeps no contingent %s: it is released, or there never was one."
              .formatted(name);
      case AllowanceSpent(int max) ->
          "One user may have %s for this event at the most."
              .formatted(max == 1 ? "1 ticket" : max + " tickets");
      case HoldAgainLater(Duration pause) ->
          "Your holds of this event expired again and again; you can hold tickets of it again in %d seconds."
              .formatted(seconds(pause));
      case EmailNotVerified _ ->
          "Verify your e-mail address first: a mail with a link was sent to it.";
    };
  }

  /** So many that it is over then. */
  static long seconds(Duration pause) {
    return pause.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
