package dev.lastseat.http.booking;

import dev.lastseat.domain.booking.Refusal;
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
      case Refusal.EventNotFound _ -> problem(Code.NOT_FOUND, item, refusal);
      case Refusal.NotBookable _ -> problem(Code.EVENT_NOT_BOOKABLE, item, refusal);
      case Refusal.PriceChanged _ ->
          Problem.of(Code.PRICE_CHANGED, item + "expectedPrice", refusal.why());
      case Refusal.SoldOut _ -> problem(Code.SOLD_OUT, item, refusal);
      case Refusal.AllowanceSpent _ -> problem(Code.ALLOWANCE_SPENT, item, refusal);
      case Refusal.EmailNotVerified _ -> Problem.of(Code.AUTHORIZATION_ERROR, refusal.why());
    };
  }

  private static Problem problem(Code code, String item, Refusal refusal) {
    return item.isEmpty()
        ? Problem.of(code, refusal.why())
        : Problem.of(code, item + "eventId", refusal.why());
  }
}
