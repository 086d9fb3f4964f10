package dev.lastseat.bootstrap.wiring;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingFactory;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.ForgetGuest;
import dev.lastseat.application.booking.SellAtBoxOffice;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.cancel.CancelBookingsOfCancelledEvents;
import dev.lastseat.application.booking.cancel.ReturnTickets;
import dev.lastseat.application.booking.hold.ConfirmBooking;
import dev.lastseat.application.booking.hold.ExpireHolds;
import dev.lastseat.application.booking.hold.ExtendHolds;
import dev.lastseat.application.booking.hold.ForgetHolds;
import dev.lastseat.application.booking.list.BookingsOfUser;
import dev.lastseat.application.booking.list.ExportBookings;
import dev.lastseat.application.booking.list.ListBookings;
import dev.lastseat.application.claim.AllowanceFinder;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.claim.BuyerRule;
import dev.lastseat.application.claim.ClaimFinder;
import dev.lastseat.application.claim.PlaceFinder;
import dev.lastseat.application.event.AvailabilityReader;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.EventEditor;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.event.PublishEvents;
import dev.lastseat.application.event.RebuildEvent;
import dev.lastseat.application.event.Releases;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.ConfirmOrder;
import dev.lastseat.application.order.ExtendOrder;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.application.order.SettleOrders;
import dev.lastseat.application.payment.HoldAgain;
import dev.lastseat.application.payment.ListPayments;
import dev.lastseat.application.payment.NotePayment;
import dev.lastseat.application.payment.Purchases;
import dev.lastseat.application.payment.ReceivePaymentEvent;
import dev.lastseat.application.payment.RecordRefund;
import dev.lastseat.application.payment.SettlePayment;
import dev.lastseat.application.payment.SettlePayments;
import dev.lastseat.application.payment.TakePayment;
import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.adapter.Caches;
import dev.lastseat.bootstrap.adapter.Engine;
import dev.lastseat.bootstrap.background.Sweep;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.http.booking.BookingUseCases;
import dev.lastseat.http.booking.OrderUseCases;
import dev.lastseat.http.event.EventUseCases;
import dev.lastseat.http.payment.PaymentUseCases;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The sale: events, and bookings of them, alone and in orders. */
record SaleWiring(
    EventUseCases events,
    BookingUseCases bookings,
    OrderUseCases orders,
    PaymentUseCases payments,
    BookingsOfUser ofUser,
    List<Sweep> sweeps) {

  static SaleWiring of(
      Settings settings, Adapters adapters, JobQueue jobQueue, Clock clock, SecureRandom random) {
    Engine engine = adapters.engine();
    Store store = engine.store();
    Caches cache = adapters.caches();

    // Events
    Bookings bookings = store.bookings();
    BookingChanges changes =
        new BookingChanges(
            bookings, cache.hints(), cache.availability(), cache.firstPages(), clock);
    Events events = store.events();
    EventReader eventReader = new EventReader(events, cache.events());
    AvailabilityReader availability = new AvailabilityReader(bookings, cache.availability(), clock);
    EventUseCases eventUseCases =
        new EventUseCases(
            new FindEvent(eventReader, events, availability, clock),
            new RebuildEvent(events, store.facts(), engine.underway().arrive(), clock),
            new CreateEvent(events, clock, random),
            new EventEditor(
                events,
                store.users(),
                cache.events(),
                availability,
                new Releases(bookings, cache.hints()),
                clock));

    // Bookings, alone and in orders
    Orders orders = store.orders();
    BuyerRule patience = BuyerRule.patient(settings.lifetimes().patience(), bookings, clock);
    ClaimFinder claims =
        new ClaimFinder(
            eventReader,
            new PlaceFinder(cache.hints(), bookings, eventReader, changes, clock),
            new AllowanceFinder(bookings, changes, random),
            settings.security().verifiedEmailNeeded()
                ? BuyerRule.verified(store.users()).and(patience)
                : patience,
            clock);
    BookingFactory factory = new BookingFactory(clock, random, settings.lifetimes().hold());
    FindBooking findBooking = new FindBooking(bookings, events, store.users(), clock);
    Checkins checkins = store.checkins();
    FindOrder findOrder = new FindOrder(orders, bookings, findBooking);
    ExtendHolds extendHolds =
        new ExtendHolds(bookings, events, findBooking, settings.lifetimes().longestHold(), clock);
    ConfirmBooking confirmBooking = new ConfirmBooking(findBooking, changes, clock);
    ConfirmOrder confirmOrder = new ConfirmOrder(findOrder, changes, clock);

    BookTickets bookTickets = new BookTickets(claims, bookings, factory, changes, findBooking);
    PlaceOrder placeOrder = new PlaceOrder(claims, orders, factory, changes, findOrder);

    // Payments
    Payments payments = store.payments();
    Purchases purchases = new Purchases(findBooking, findOrder);
    SettlePayment settle =
        new SettlePayment(
            payments,
            purchases,
            confirmBooking,
            confirmOrder,
            new HoldAgain(bookTickets, placeOrder, changes, store.facts()),
            clock);
    NotePayment note = new NotePayment(payments, purchases, clock);
    TakePayment take = new TakePayment(payments, purchases, note, settle);
    PaymentUseCases paymentUseCases =
        new PaymentUseCases(
            new ListPayments(payments, events),
            new RecordRefund(payments, events, clock),
            new ReceivePaymentEvent(
                settings.security().paymentSecrets(),
                adapters.webhooks().signatures(),
                jobQueue,
                note,
                settle,
                clock));

    BookingUseCases bookingUseCases =
        new BookingUseCases(
            bookTickets,
            new SellAtBoxOffice(bookTickets, events, store.users()),
            new ForgetGuest(findBooking, bookings, store.tickets(), cache.firstPages(), clock),
            findBooking,
            new ListBookings(bookings, cache.firstPages(), findBooking, store.users(), clock),
            new ExportBookings(bookings, store.tickets(), findBooking, clock),
            confirmBooking,
            new CancelBooking(findBooking, changes, checkins, clock),
            new ReturnTickets(findBooking, changes, checkins, clock),
            extendHolds,
            take);
    OrderUseCases orderUseCases =
        new OrderUseCases(
            placeOrder,
            findOrder,
            confirmOrder,
            new CancelOrder(orders, findOrder, changes, checkins, jobQueue, clock),
            new ExtendOrder(orders, findOrder, extendHolds),
            take);

    return new SaleWiring(
        eventUseCases,
        bookingUseCases,
        orderUseCases,
        paymentUseCases,
        new BookingsOfUser(bookings, findBooking, clock),
        Stream.concat(
                Stream.of(
                    Sweep.often(new PublishEvents(events, cache.events(), clock)::handle),
                    Sweep.often(new ExpireHolds(bookings, changes, clock)::handle),
                    Sweep.often(
                        new CancelBookingsOfCancelledEvents(bookings, changes, clock)::handle),
                    Sweep.often(new SettleOrders(orders, clock)::handle),
                    Sweep.often(new SettlePayments(payments, settle)::handle)),
                settings
                    .lifetimes()
                    .expiredHolds()
                    .map(kept -> new ForgetHolds(bookings, store.tickets(), kept, clock))
                    .map(forget -> Sweep.seldom(forget::handle))
                    .stream())
            .toList());
  }
}
