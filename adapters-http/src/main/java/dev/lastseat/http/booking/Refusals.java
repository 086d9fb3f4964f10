package dev.lastseat.http.booking;

import dev.lastseat.domain.booking.Refusal;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;

/** What a customer is told who cannot have the tickets. */
final class Refusals {
  private Refusals() {}

  /**
   * @param item what stands before the fields of the item of an order; empty for a single booking
   */
  static Problem problem(Refusal refusal, String item) {
    return switch (refusal) {
      case Refusal.EventNotFound _ -> problem(Code.NOT_FOUND, item, "The event was not found.");
      case Refusal.NotBookable(NotBookableReason reason) ->
          problem(Code.EVENT_NOT_BOOKABLE, item, reason.why());
      case Refusal.PriceChanged(Money price) ->
          Problem.of(Code.PRICE_CHANGED, item + "expectedPrice", priceChanged(price));
      case Refusal.SoldOut(int left) -> problem(Code.SOLD_OUT, item, soldOut(left));
      case Refusal.AllowanceSpent(int max) ->
          problem(Code.ALLOWANCE_SPENT, item, allowanceSpent(max));
    };
  }

  private static Problem problem(Code code, String item, String message) {
    return item.isEmpty() ? Problem.of(code, message) : Problem.of(code, item + "eventId", message);
  }

  private static String priceChanged(Money price) {
    return "A ticket costs %s %s now."
        .formatted(price.major().toPlainString(), price.currency().getCurrencyCode());
  }

  private static String soldOut(int left) {
    return switch (left) {
      case 0 -> "The event is sold out.";
      case 1 -> "Only 1 ticket is left.";
      default -> "Only " + left + " tickets are left.";
    };
  }

  private static String allowanceSpent(int max) {
    String tickets = max == 1 ? "1 ticket" : max + " tickets";
    return "One user may have " + tickets + " for this event at the most.";
  }
}
