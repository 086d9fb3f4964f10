package dev.lastseat.http.booking;

import dev.lastseat.application.api.ErrorCode;
import dev.lastseat.application.api.Times;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Resource;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** What a customer asked for, or the problem that says why they cannot have it, or not yet. */
final class Refusals {
  private Refusals() {}

  /**
   * What was asked for, sold or held.
   *
   * @param item what stands before the fields of the item for that event; empty for one booking
   */
  static <T> SaleOutcome.Granted<T> granted(SaleOutcome<T> sale, Function<EventId, String> item) {
    return switch (sale) {
      case SaleOutcome.Granted<T> granted -> granted;
      case SaleOutcome.KeyReused<T> _ -> throw Idempotency.reused();
      case SaleOutcome.UnderWay<T> _ -> throw Idempotency.underWay();
      case SaleOutcome.Refused<T>(EventId event, Refusal refusal) ->
          throw problem(refusal, item.apply(event));
    };
  }

  /** What was to be changed, changed. */
  static <T> T done(Change<T> change, Resource<?> what) {
    return switch (change) {
      case Change.Done<T>(T now) -> now;
      case Change.Denied<T> denied -> throw problem(denied, what);
    };
  }

  private static Problem problem(Change.Denied<?> denied, Resource<?> what) {
    return switch (denied) {
      case Change.NotFound<?> _ -> what.notFound();
      case Change.KeyReused<?> _ -> Idempotency.reused();
      case Change.NoSuchTicket<?> _ -> Problem.invalid("tickets", denied.why());
      case Change.PaymentNeeded<?> _ -> Problem.of(Code.PAYMENT_NEEDED, "payment", denied.why());
      case Change.Denied<?> _ -> Problem.of(Code.of(ErrorCode.of(denied)), denied.why());
    };
  }

  private static Problem problem(Refusal refusal, String item) {
    Code code = Code.of(ErrorCode.of(refusal));
    return switch (refusal) {
      case Refusal.PriceChanged _ -> Problem.of(code, item + "expectedPrice", refusal.why());
      case Refusal.NoContingent _ -> Problem.of(code, item + "contingent", refusal.why());
      case Refusal.EmailNotVerified _ -> Problem.of(code, refusal.why());
      case Refusal.HoldAgainLater(Duration pause) ->
          Problem.of(
              code, refusal.why(), Map.of("Retry-After", Long.toString(Refusal.seconds(pause))));
      case Refusal _ when item.isEmpty() -> Problem.of(code, refusal.why());
      case Refusal _ -> Problem.of(code, item + "eventId", refusal.why());
    };
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

  /** Why something is cancelled, where the body says so. */
  static Reason reason(Context context) {
    Fields body = Fields.of(RequestBodies.optionalBody(context));
    Reason reason = body.made("reason", Reason::said).orElse(Reason.NOT_GIVEN);
    body.requireGood();
    return reason;
  }
}
