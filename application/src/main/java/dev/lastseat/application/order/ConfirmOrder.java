package dev.lastseat.application.order;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.store.sale.Bookings.Transition;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Buys all that an order holds, before it ends and before any of its events begins. Only its owner
 * can, or, where one of its events says so, only who runs all of them. What was given back of it
 * meanwhile stays so. Where some of its holds were lost to their end in the same moment, the others
 * are given back too, so that it is sold whole or not at all.
 */
public record ConfirmOrder(FindOrder finder, BookingChanges changes, Clock clock) {
  public Change<OrderWithBookings> handle(OrderId id, Principal by) {
    return finder.find(id).map(shown -> confirm(shown, by)).orElseGet(Change.NotFound::new);
  }

  private Change<OrderWithBookings> confirm(OrderWithBookings shown, Principal by) {
    boolean owned = shown.order().userId().equals(by.userId());
    if (shown.mustBeHeld() ? !shown.isRunBy(by) : !owned) {
      return shown.mustBeHeld() && owned ? new Change.Forbidden<>() : new Change.NotFound<>();
    }
    return shown.bookings().stream().anyMatch(BookingWithEvent::awaitsPayment)
        ? new Change.PaymentNeeded<>()
        : sell(shown);
  }

  /** Confirms all that is held, whoever asks for it, unless it has ended since it was found. */
  public Change<OrderWithBookings> sell(OrderWithBookings found) {
    return OptimisticRetry.untilDecided(
        "the order", found, seen -> finder.withBookings(seen.order()), this::attempt);
  }

  /** Empty once all that is held was written, in one write: another look tells what came of it. */
  private Optional<Change<OrderWithBookings>> attempt(OrderWithBookings found) {
    Instant now = clock.instant();
    OrderWithBookings shown = found.asOf(now);
    if (shown.bookings().stream().anyMatch(one -> one.booking() instanceof Booking.Expired)) {
      giveBack(shown, now);
      return Optional.of(
          new Change.NotPossible<>("The holds have ended and cannot be confirmed any more."));
    }
    List<BookingWithEvent> held =
        shown.bookings().stream().filter(one -> one.hold().isPresent()).toList();
    if (held.isEmpty()) {
      return Optional.of(notHeld(shown));
    }
    Optional<NotBookableReason> closed =
        held.stream()
            .flatMap(it -> it.event().flatMap(on -> on.notConfirmable(now)).stream())
            .findAny();
    if (closed.isPresent()) {
      giveBack(shown, now);
      return Optional.of(new Change.NotBookable<>(closed.get()));
    }
    changes.applyAll(
        held.stream()
            .flatMap(one -> one.hold().stream())
            .map(hold -> new Transition(hold, hold.confirm(now)))
            .toList());
    return Optional.empty();
  }

  private static Change<OrderWithBookings> notHeld(OrderWithBookings shown) {
    return shown.bookings().stream().anyMatch(ConfirmOrder::wasBoughtAsHold)
        ? new Change.Done<>(shown)
        : new Change.NotPossible<>("Nothing of the order is held.");
  }

  private static boolean wasBoughtAsHold(BookingWithEvent one) {
    return one.booking() instanceof Booking.Confirmed bought && bought.details().hold();
  }

  private void giveBack(OrderWithBookings shown, Instant now) {
    changes.applyAll(
        shown.bookings().stream()
            .filter(ConfirmOrder::wasBoughtAsHold)
            .map(one -> (Booking.Confirmed) one.booking())
            .map(bought -> new Transition(bought, bought.cancel(now, Reason.HOLD_ENDED)))
            .toList());
  }
}
