package dev.lastseat.graphql;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.cancel.ReturnTickets;
import dev.lastseat.application.booking.hold.ConfirmBooking;
import dev.lastseat.application.booking.list.ListBookings;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.ConfirmOrder;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.PlaceOrder;

/** What can be done in GraphQL. */
public record GraphqlUseCases(FindEvent events, Bookings bookings, Orders orders) {
  public record Bookings(
      BookTickets book,
      FindBooking find,
      ListBookings list,
      ConfirmBooking confirm,
      CancelBooking cancel,
      ReturnTickets giveBack) {}

  public record Orders(
      PlaceOrder place, FindOrder find, ConfirmOrder confirm, CancelOrder cancel) {}
}
