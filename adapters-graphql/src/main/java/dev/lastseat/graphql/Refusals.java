package dev.lastseat.graphql;

import dev.lastseat.application.api.ErrorCode;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.graphql.request.GraphqlProblem;
import java.util.function.Function;

/** What a customer asked for, or the problem that says why they cannot have it or change it. */
final class Refusals {
  private Refusals() {}

  private static GraphqlProblem reused() {
    return GraphqlProblem.of(
        ErrorCode.IDEMPOTENCY_KEY_REUSED, "This idempotencyKey was used for another request.");
  }

  /**
   * What was asked for, sold or held.
   *
   * @param item what stands before the fields of the item for that event
   */
  static <T> T granted(SaleOutcome<T> sale, Function<EventId, String> item) {
    return switch (sale) {
      case SaleOutcome.Granted<T>(T now, _) -> now;
      case SaleOutcome.KeyReused<T> _ -> throw reused();
      case SaleOutcome.UnderWay<T> _ ->
          throw GraphqlProblem.of(
              ErrorCode.REQUEST_IN_FLIGHT, "A request with this idempotencyKey is under way.");
      case SaleOutcome.Refused<T>(EventId event, Refusal refusal) ->
          throw problem(refusal, item.apply(event));
    };
  }

  /** What was to be changed, changed. */
  static <T> T done(Change<T> change, String what) {
    return switch (change) {
      case Change.Done<T>(T now) -> now;
      case Change.Denied<T> denied -> throw problem(denied, what);
    };
  }

  private static GraphqlProblem problem(Change.Denied<?> denied, String what) {
    return switch (denied) {
      case Change.NotFound<?> _ -> GraphqlProblem.notFound(what);
      case Change.KeyReused<?> _ -> reused();
      case Change.NoSuchTicket<?> _ -> GraphqlProblem.invalid("tickets", denied.why());
      case Change.PaymentNeeded<?> _ ->
          GraphqlProblem.of(
              ErrorCode.PAYMENT_NEEDED,
              "What costs something is confirmed over HTTP, with its payment.");
      case Change.Denied<?> _ -> GraphqlProblem.of(ErrorCode.of(denied), denied.why());
    };
  }

  private static GraphqlProblem problem(Refusal refusal, String item) {
    ErrorCode code = ErrorCode.of(refusal);
    return switch (refusal) {
      case Refusal.PriceChanged _ -> GraphqlProblem.of(code, item + "expectedPrice", refusal.why());
      case Refusal _ when item.isEmpty() -> GraphqlProblem.of(code, refusal.why());
      case Refusal _ -> GraphqlProblem.of(code, item + "eventId", refusal.why());
    };
  }
}
