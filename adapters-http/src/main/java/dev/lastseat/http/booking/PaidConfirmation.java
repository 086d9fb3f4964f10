package dev.lastseat.http.booking;

import static dev.lastseat.http.request.RequestContext.principal;

import dev.lastseat.application.booking.Change;
import dev.lastseat.application.payment.Bought;
import dev.lastseat.application.payment.TakePayment;
import dev.lastseat.application.payment.TakePayment.Outcome;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.MoneyFields;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Resource;
import dev.lastseat.http.request.Responses;
import io.javalin.http.Context;
import java.util.Optional;

/** The payment in the body of a confirmation, and what becomes of it. */
record PaidConfirmation(PaymentId payment, Money amount) {
  /**
   * Takes the payment that comes with the request, and answers.
   *
   * @param unpaid what answers where none comes with it
   */
  static void confirm(
      Context context,
      TakePayment payments,
      Purchase purchase,
      Resource<?> subject,
      Runnable unpaid) {
    of(context)
        .ifPresentOrElse(
            paid -> {
              Bought bought = paid.take(payments, principal(context), purchase, subject);
              Responses.ok(context, BookingViews.bought(bought), subject.name() + " is paid.");
            },
            unpaid);
  }

  /** Empty where the body has none. */
  private static Optional<PaidConfirmation> of(Context context) {
    Fields body = Fields.of(RequestBodies.optionalBody(context));
    Optional<PaidConfirmation> paid = body.object("payment", PaidConfirmation::read);
    body.requireGood();
    return paid;
  }

  private static Optional<PaidConfirmation> read(Fields body) {
    body.require("provider", "reference", "amount", "currency");
    Optional<String> provider = body.text("provider");
    Optional<String> reference = body.text("reference");
    Optional<PaymentId> id =
        body.composed(() -> new PaymentId(provider.orElseThrow(), reference.orElseThrow()));
    Optional<Money> amount = MoneyFields.read(body);
    return body.composed(() -> new PaidConfirmation(id.orElseThrow(), amount.orElseThrow()));
  }

  /** What is paid with it. */
  private Bought take(TakePayment payments, Principal by, Purchase purchase, Resource<?> subject) {
    var command = new TakePayment.Command(purchase, by, payment, amount);
    return switch (payments.handle(command)) {
      case Outcome.Paid(Bought bought) -> bought;
      case Outcome.NotFound _ -> throw subject.notFound();
      case Outcome.Forbidden _ -> throw Problem.forbidden(new Change.Forbidden<>().why());
      case Outcome.ReferenceUsed _ ->
          throw Problem.of(
              Code.REFERENCE_USED,
              "payment.reference",
              "It was used before, for something else or for another amount.");
      case Outcome.WrongAmount(Money total) ->
          throw Problem.of(
              Code.WRONG_AMOUNT,
              total.currency().equals(amount.currency()) ? "payment.amount" : "payment.currency",
              "%s costs %s %s."
                  .formatted(
                      subject.name(),
                      total.major().toPlainString(),
                      total.currency().getCurrencyCode()));
      case Outcome.RefundDue(String why) ->
          throw Problem.of(Code.REFUND_DUE, "The payment is noted and has to go back. " + why);
      case Outcome.NotPossible(String why) -> throw Problem.conflict(why);
    };
  }
}
