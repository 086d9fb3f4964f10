package dev.lastseat.application.payment;

import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.payment.Settlement;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import java.util.Optional;

/**
 * Sells what is held to whoever has paid for it, as those who run its events say. The payment is
 * noted first, under its reference, so that no money is forgotten wherever the process ends.
 */
public record TakePayment(
    Payments payments, Purchases purchases, NotePayment note, SettlePayment settle) {
  /** Who says that which money was taken for what. */
  public record Command(Purchase purchase, Principal by, PaymentId payment, Money amount) {}

  /** What became of the money. */
  public sealed interface Outcome {
    /** This is paid with it. */
    record Paid(Bought bought) implements Outcome {}

    /** It is noted, and has to go back, or went back already. */
    record RefundDue(String why) implements Outcome {}

    record NotFound() implements Outcome {}

    /** Only those who run the events say what was paid. */
    record Forbidden() implements Outcome {}

    /** The reference was used before, for something else or for another amount. */
    record ReferenceUsed() implements Outcome {}

    record WrongAmount(Money total) implements Outcome {}

    record NotPossible(String why) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return purchases
        .find(command.purchase())
        .map(bought -> take(command, bought))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome take(Command command, Bought bought) {
    if (!bought.isRunBy(command.by())) {
      return bought.isOwnedBy(command.by()) ? new Outcome.Forbidden() : new Outcome.NotFound();
    }
    Optional<Payment> known = payments.find(command.payment());
    if (known.isPresent() && !isFor(command, known.get())) {
      return new Outcome.ReferenceUsed();
    }
    boolean told = known.filter(it -> it.isCaptured() && it.purchase().isPresent()).isPresent();
    return (told ? Optional.<Outcome>empty() : obstacle(command, bought))
        .orElseGet(() -> note(command));
  }

  private static boolean isFor(Command command, Payment payment) {
    return payment.purchase().filter(it -> !it.equals(command.purchase())).isEmpty()
        && (!payment.isCaptured() || payment.amount().equals(command.amount()));
  }

  /** Why nothing is noted at all. */
  private static Optional<Outcome> obstacle(Command command, Bought bought) {
    if (bought.isPartOfOrder()) {
      return notPossible("The booking is part of an order, which is paid as a whole.");
    }
    if (bought.bookings().stream().noneMatch(one -> one.booking().details().hold())) {
      return notPossible("It was never held and is confirmed already.");
    }
    Optional<Money> total = bought.total();
    if (total.isEmpty()) {
      return notPossible("It costs amounts of several currencies, which no payment can be.");
    }
    return total.filter(it -> !it.equals(command.amount())).map(Outcome.WrongAmount::new);
  }

  private static Optional<Outcome> notPossible(String why) {
    return Optional.of(new Outcome.NotPossible(why));
  }

  private Outcome note(Command command) {
    Payment noted =
        note.handle(
            new ProviderEvent.Moved(
                command.payment(),
                ProviderState.CAPTURED,
                command.amount(),
                Optional.of(command.purchase())));
    return isFor(command, noted) ? outcome(settle.handle(noted)) : new Outcome.ReferenceUsed();
  }

  private Outcome outcome(Payment settled) {
    return switch (settled.settlement()) {
      case Settlement.Paid(Purchase paid) -> new Outcome.Paid(purchases.find(paid).orElseThrow());
      case Settlement.RefundDue(String why) -> new Outcome.RefundDue(why);
      case Settlement.Open _ -> new Outcome.RefundDue("It went back before it could pay anything.");
    };
  }
}
