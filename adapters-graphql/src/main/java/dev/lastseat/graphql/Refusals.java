package dev.lastseat.graphql;

import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.Sale;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.graphql.request.GraphqlProblem;
import dev.lastseat.graphql.request.GraphqlProblem.Code;
import java.util.function.Function;

/** What a customer is told who cannot have the tickets, or cannot change what they have. */
final class Refusals {
  private Refusals() {}

  private static GraphqlProblem reused() {
    return GraphqlProblem.of(
        Code.IDEMPOTENCY_KEY_REUSED, "This idempotencyKey was used for another request.");
  }

  /**
   * What was asked for, sold or held.
   *
   * @param item what stands before the fields of the item for that event
   */
  static <T> T granted(Sale<T> sale, Function<EventId, String> item) {
    return switch (sale) {
      case Sale.Granted<T>(T now, _) -> now;
      case Sale.KeyReused<T> _ -> throw reused();
      case Sale.UnderWay<T> _ ->
          throw GraphqlProblem.of(
              Code.REQUEST_IN_FLIGHT, "A request with this idempotencyKey is under way.");
      case Sale.Refused<T>(EventId event, Refusal refusal) ->
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
      case Change.Forbidden<?> _ -> GraphqlProblem.of(Code.AUTHORIZATION_ERROR, denied.why());
      case Change.PaymentNeeded<?> _ ->
          GraphqlProblem.of(
              Code.PAYMENT_NEEDED,
              "What costs something is confirmed over HTTP, with its payment.");
      case Change.NotBookable<?> _ -> GraphqlProblem.of(Code.EVENT_NOT_BOOKABLE, denied.why());
      case Change.AlreadyIn<?> _ -> GraphqlProblem.of(Code.ALREADY_REDEEMED, denied.why());
      case Change.KeyReused<?> _ -> reused();
      case Change.NoSuchTicket<?> _ -> GraphqlProblem.invalid("tickets", denied.why());
      case Change.NotPossible<?> _ -> GraphqlProblem.of(Code.CONFLICT, denied.why());
    };
  }

  private static GraphqlProblem problem(Refusal refusal, String item) {
    return switch (refusal) {
      case Refusal.EventNotFound _ -> problem(Code.NOT_FOUND, item, refusal);
      case Refusal.NotBookable _ -> problem(Code.EVENT_NOT_BOOKABLE, item, refusal);
      case Refusal.PriceChanged _ ->
          GraphqlProblem.of(Code.PRICE_CHANGED, item + "expectedPrice", refusal.why());
      case Refusal.SoldOut _ -> problem(Code.SOLD_OUT, item, refusal);
      case Refusal.NoContingent _ -> problem(Code.CONFLICT, item, refusal);
      case Refusal.AllowanceSpent _ -> problem(Code.ALLOWANCE_SPENT, item, refusal);
      case Refusal.HoldAgainLater _ -> problem(Code.HOLD_AGAIN_LATER, item, refusal);
      case Refusal.EmailNotVerified _ -> problem(Code.AUTHORIZATION_ERROR, item, refusal);
    };
  }

  private static GraphqlProblem problem(Code code, String item, Refusal refusal) {
    return item.isEmpty()
        ? GraphqlProblem.of(code, refusal.why())
        : GraphqlProblem.of(code, item + "eventId", refusal.why());
  }
}
