package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import java.util.Optional;

/** Why a booking of a new order cannot stand beside those that are stored. */
record OrderRefusals(FakeStore store) {
  Optional<Recording> of(Booking.Live booking) {
    EventId event = booking.details().eventId();
    return new Refusals(store).of(booking).map(refusal -> translated(refusal, event));
  }

  private Recording translated(Bookings.Recording refusal, EventId event) {
    return switch (refusal) {
      case Bookings.Recording.PlaceTaken _ -> new Recording.PlaceTaken(event);
      case Bookings.Recording.AllowanceSpent _ -> new Recording.AllowanceSpent(event);
      case Bookings.Recording.KeyUsed(Booking existing) -> keyUsed(existing);
      case Bookings.Recording.Recorded _, Bookings.Recording.NotAdmitted _ ->
          throw new IllegalStateException("no refusal: " + refusal);
    };
  }

  private Recording keyUsed(Booking existing) {
    Optional<OrderId> made = existing.details().order();
    Optional<Order> order = made.flatMap(id -> Optional.ofNullable(store.orders.get(id)));
    boolean undecided = made.isPresent() && order.isEmpty();
    return undecided ? new Recording.UnderWay() : new Recording.KeyUsed(order);
  }
}
