package dev.lastseat.http.booking;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.hold.ExtendHolds;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.json.Times;
import dev.lastseat.http.request.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a customer is told who cannot have the tickets, or not yet. */
final class Refusals {
  private Refusals() {}

  static Problem alreadyIn() {
    return Problem.of(
        Code.ALREADY_REDEEMED,
        "Somebody was let in by one of the tickets; it can be given back once that is undone at the"
            + " door.");
  }

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
      case Refusal.NoContingent _ -> Problem.of(Code.CONFLICT, item + "contingent", refusal.why());
      case Refusal.AllowanceSpent _ -> problem(Code.ALLOWANCE_SPENT, item, refusal);
      case Refusal.HoldAgainLater(Duration pause) ->
          Problem.of(
              Code.HOLD_AGAIN_LATER,
              refusal.why(),
              Map.of("Retry-After", Long.toString(Refusal.seconds(pause))));
      case Refusal.EmailNotVerified _ -> Problem.forbidden(refusal.why());
    };
  }

  static Problem confirmedByServer() {
    return Problem.forbidden("Those who run the event confirm and extend its holds.");
  }

  static Problem paymentNeeded() {
    return Problem.of(
        Code.PAYMENT_NEEDED, "payment", "What costs something is confirmed with its payment.");
  }

  /**
   * @param toBePaid whether those who run the event confirm it
   */
  static String heldUntil(Booking.Pending hold, boolean toBePaid) {
    String held = "Held until " + Times.text(hold.expiresAt());
    return toBePaid ? held + "; those who run the event confirm it once it is paid." : held + ".";
  }

  /** Until when a hold is to last. */
  static Instant until(Fields body) {
    return body.requireGood(body.require("until").instant("until"));
  }

  /** The bookings whose holds last longer now, by themselves or with their order. */
  static List<BookingWithEvent> extended(ExtendHolds.Outcome outcome, Resource<?> what) {
    return switch (outcome) {
      case ExtendHolds.Outcome.Extended(List<BookingWithEvent> bookings) -> bookings;
      case ExtendHolds.Outcome.NotFound _ -> throw what.notFound();
      case ExtendHolds.Outcome.Forbidden _ -> throw confirmedByServer();
      case ExtendHolds.Outcome.NotPossible(String why) -> throw Problem.conflict(why);
    };
  }

  private static Problem problem(Code code, String item, Refusal refusal) {
    return item.isEmpty()
        ? Problem.of(code, refusal.why())
        : Problem.of(code, item + "eventId", refusal.why());
  }
}
