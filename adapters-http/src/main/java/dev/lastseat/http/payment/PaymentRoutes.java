package dev.lastseat.http.payment;

import static dev.lastseat.http.request.RequestContext.principal;

import dev.lastseat.application.payment.RecordRefund;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.payment.Refunds;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.MoneyFields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.json.View;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What is known of the money that providers took. */
public record PaymentRoutes(PaymentUseCases payments) {
  private static final View<Payment> VIEW =
      new View<Payment>()
          .field("provider", payment -> payment.id().provider())
          .field("reference", payment -> payment.id().reference())
          .field("status", Payment::status)
          .field("amount", payment -> payment.amount().major())
          .field("refunded", payment -> refunded(payment).major())
          .field("currency", payment -> payment.amount().currency().getCurrencyCode())
          .field("purchase", payment -> payment.purchase().map(Purchase::text))
          .field("eventIds", payment -> payment.events().stream().map(EventId::value).toList())
          .field("pays", payment -> payment.pays().map(Purchase::text))
          .field("refundDue", Payment::refundDue)
          .field("notedAt", Payment::notedAt)
          .field("updatedAt", Payment::updatedAt);

  private static Money refunded(Payment payment) {
    return new Money(payment.given().minorUnits(), payment.amount().currency());
  }

  public List<Route> routes() {
    return List.of(
        Route.query("/payments", Access.ORGANISER, this::list),
        Route.post("/payments/{provider}/{reference}/refunds", Access.ORGANISER, this::refund)
            .scoped(Scope.BOOKINGS_CONFIRM));
  }

  private void list(Context context) {
    Query query = new Query(context);
    Optional<EventId> event = query.parsed("eventId", Identifiers.FORM, EventId::new);
    Optional<PaymentStatus> status = query.constant("status", PaymentStatus.class);
    Optional<Instant> since = query.instant("since", false, ZoneOffset.UTC);
    Paging paging = Paging.of(query);
    var wanted = new PaymentQuery(event, status, since, paging.request());
    Page<Payment> page =
        payments
            .list()
            .handle(wanted, principal(context))
            .orElseThrow(
                () ->
                    Problem.forbidden(
                        "All payments are for admins; organisers name an eventId of theirs."));
    Responses.list(context, page, VIEW, paging, "Payments.");
  }

  private void refund(Context context) {
    Fields body = RequestBodies.fields(context).require("refund", "amount", "currency");
    ProviderEvent.Refunded read = body.requireGood(refund(body, Optional.of(id(context))));
    switch (payments.refund().handle(read, principal(context))) {
      case RecordRefund.Outcome.Recorded(Payment payment) ->
          Responses.ok(context, VIEW.apply(payment), "The refund is recorded.");
      case RecordRefund.Outcome.NotFound _ -> throw Problem.notFound("The payment");
      case RecordRefund.Outcome.NameUsed _ ->
          throw Problem.of(
              Code.REFERENCE_USED, "refund", "It was used before, for another amount.");
      case RecordRefund.Outcome.TooMany _ ->
          throw Problem.conflict("There may be %d refunds of a payment.".formatted(Refunds.MAX));
      case RecordRefund.Outcome.TooMuch(Money left) ->
          throw Problem.of(
              Code.WRONG_AMOUNT,
              left.currency().equals(read.amount().currency()) ? "amount" : "currency",
              "Of the payment %s %s can go back."
                  .formatted(left.major().toPlainString(), left.currency().getCurrencyCode()));
    }
  }

  private static PaymentId id(Context context) {
    try {
      return new PaymentId(context.pathParam("provider"), context.pathParam("reference"));
    } catch (InvalidValue nothing) {
      throw Problem.notFound("The payment");
    }
  }

  /** The fields of a refund, of a payment that is named elsewhere. */
  static Optional<ProviderEvent.Refunded> refund(Fields body, Optional<PaymentId> payment) {
    Optional<String> name = body.made("refund", it -> PaymentId.requireReference("refund", it));
    Optional<Money> amount = MoneyFields.read(body);
    return body.composed(
        () ->
            new ProviderEvent.Refunded(
                payment.orElseThrow(), name.orElseThrow(), amount.orElseThrow()));
  }
}
