package dev.lastseat.domain.payment;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Money that a provider takes. What is told of it comes in any order and more than once; whatever
 * the order, the same is known in the end. Every change answers a new payment whose version is one
 * higher.
 *
 * @param purchase what it is for; empty as long as nobody has said so
 * @param events those that are sold with it, in the order of what it is for; none where nobody has
 *     said that, or where there was no such thing
 * @param amount the whole of it, as {@code state} has it
 * @param refunds what was told to have gone back, also too early or too much; what counts of it is
 *     {@link #given}
 * @param version 1 when it was heard of first
 */
public record Payment(
    PaymentId id,
    Optional<Purchase> purchase,
    List<EventId> events,
    ProviderState state,
    Money amount,
    Refunds refunds,
    Settlement settlement,
    long version,
    Instant notedAt,
    Instant updatedAt) {
  private static final Settlement OPEN = new Settlement.Open();

  public Payment {
    events = List.copyOf(events);
    if (!settlement.equals(OPEN) && (state != ProviderState.CAPTURED || purchase.isEmpty())) {
      throw new IllegalArgumentException("only money that was taken for something pays anything");
    }
  }

  /** One that nobody has heard of before. */
  public static Payment first(ProviderEvent event, Instant now) {
    Money nothing = new Money(0, event.amount().currency());
    Payment unknown =
        new Payment(
            event.payment(),
            Optional.empty(),
            List.of(),
            ProviderState.ANNOUNCED,
            nothing,
            Refunds.NONE,
            OPEN,
            1,
            now,
            now);
    return unknown.with(event, 1, now);
  }

  /** The same where the event tells nothing new. */
  public Payment told(ProviderEvent event, Instant now) {
    return with(event, version, updatedAt).equals(this) ? this : with(event, version + 1, now);
  }

  private Payment with(ProviderEvent event, long next, Instant at) {
    return switch (event) {
      case ProviderEvent.Refunded(_, String name, Money back) ->
          with(purchase, state, amount, refunds.with(name, back), next, at);
      case ProviderEvent.Moved(_, ProviderState to, Money all, Optional<Purchase> what) ->
          outweighs(to, all)
              ? with(purchase.or(() -> what), to, all, refunds, next, at)
              : with(purchase.or(() -> what), state, amount, refunds, next, at);
    };
  }

  /** Whether the event says that it is for something else than was said first, which counts. */
  public boolean isForAnother(ProviderEvent event) {
    return event instanceof ProviderEvent.Moved(_, _, _, Optional<Purchase> what)
        && what.isPresent()
        && !what.equals(purchase);
  }

  private boolean outweighs(ProviderState to, Money all) {
    return to.compareTo(state) > 0 || (to == state && Refunds.BY_AMOUNT.compare(all, amount) > 0);
  }

  private Payment with(
      Optional<Purchase> what, ProviderState to, Money all, Refunds back, long next, Instant at) {
    return new Payment(id, what, events, to, all, back, settlement, next, notedAt, at);
  }

  /** In the same version: what was told says what it is for, and that is sold for these. */
  public Payment about(List<EventId> sold) {
    return new Payment(
        id, purchase, sold, state, amount, refunds, settlement, version, notedAt, updatedAt);
  }

  public boolean isCaptured() {
    return state == ProviderState.CAPTURED;
  }

  /** What went back of it, never more than was captured. */
  public Refunds given() {
    return isCaptured() ? refunds.of(amount) : Refunds.NONE;
  }

  /** What was captured and did not go back. */
  public Money left() {
    return new Money(
        isCaptured() ? amount.minorUnits() - given().minorUnits() : 0, amount.currency());
  }

  /** What is paid with it. */
  public Optional<Purchase> pays() {
    return settlement instanceof Settlement.Paid(Purchase bought)
        ? Optional.of(bought)
        : Optional.empty();
  }

  /** Why it has to go back. */
  public Optional<String> refundDue() {
    return settlement instanceof Settlement.RefundDue(String why)
        ? Optional.of(why)
        : Optional.empty();
  }

  public PaymentStatus status() {
    if (!isCaptured()) {
      return PaymentStatus.valueOf(state.name());
    }
    if (!given().byName().isEmpty() && left().minorUnits() == 0) {
      return PaymentStatus.REFUNDED;
    }
    if (purchase.isEmpty()) {
      return PaymentStatus.UNMATCHED;
    }
    return switch (settlement) {
      case Settlement.Open _ -> PaymentStatus.CAPTURED;
      case Settlement.Paid _ -> PaymentStatus.PAID;
      case Settlement.RefundDue _ -> PaymentStatus.REFUND_DUE;
    };
  }

  /** What became of it. */
  public Payment settled(Settlement how, Instant now) {
    return new Payment(
        id, purchase, events, state, amount, refunds, how, version + 1, notedAt, now);
  }
}
