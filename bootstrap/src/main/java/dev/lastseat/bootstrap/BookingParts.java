package dev.lastseat.bootstrap;

import dev.lastseat.application.booking.AllowanceFinder;
import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingChanges;
import dev.lastseat.application.booking.BookingFactory;
import dev.lastseat.application.booking.CancelBooking;
import dev.lastseat.application.booking.CancelBookingsOfCancelledEvents;
import dev.lastseat.application.booking.ClaimFinder;
import dev.lastseat.application.booking.ConfirmBooking;
import dev.lastseat.application.booking.ExpireHolds;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.FindOrder;
import dev.lastseat.application.booking.ListBookings;
import dev.lastseat.application.booking.PlaceFinder;
import dev.lastseat.application.booking.PlaceOrder;
import dev.lastseat.application.booking.SecondLook;
import dev.lastseat.application.booking.SettleOrders;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.FirstPages;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.port.PlaceHints;
import dev.lastseat.http.booking.BookingUseCases;
import dev.lastseat.http.booking.OrderUseCases;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What is done with bookings, alone and in orders. */
record BookingParts(BookingUseCases bookings, OrderUseCases orders, List<Runnable> sweeps) {

  static BookingParts of(
      StorePorts store,
      MemoryPorts memory,
      EventReader events,
      Duration hold,
      Clock clock,
      SecureRandom random) {
    Bookings bookings = store.bookings();
    Orders orders = store.orders();
    PlaceHints hints = memory.hints();
    FirstPages firstPages = memory.firstPages();
    BookingChanges changes =
        new BookingChanges(bookings, hints, memory.availability(), firstPages, clock);
    ClaimFinder claims =
        new ClaimFinder(
            events,
            new PlaceFinder(hints, bookings, events, changes),
            new AllowanceFinder(bookings, changes, random),
            clock);
    SecondLook secondLook = new SecondLook(events, bookings, changes, clock);
    BookingFactory factory = new BookingFactory(clock, random, hold);
    FindBooking find = new FindBooking(bookings, store.events());
    FindOrder findOrder = new FindOrder(orders, bookings, find);
    return new BookingParts(
        new BookingUseCases(
            new BookTickets(claims, bookings, factory, secondLook, find),
            find,
            new ListBookings(bookings, firstPages, find),
            new ConfirmBooking(find, events, changes, clock),
            new CancelBooking(find, changes, clock)),
        new OrderUseCases(
            new PlaceOrder(claims, orders, factory, secondLook, findOrder), findOrder),
        List.of(
            new ExpireHolds(bookings, changes, clock)::handle,
            new CancelBookingsOfCancelledEvents(bookings, changes, clock)::handle,
            new SettleOrders(orders, clock)::handle));
  }
}
