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
import dev.lastseat.application.event.AvailabilityReader;
import dev.lastseat.application.event.CancelEvent;
import dev.lastseat.application.event.ChangeEvent;
import dev.lastseat.application.event.CompleteEvent;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.DeleteEvent;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.application.event.EventStep;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.event.PublishEvent;
import dev.lastseat.application.event.SearchEvents;
import dev.lastseat.application.user.CreateFirstAdmin;
import dev.lastseat.application.user.FindUser;
import dev.lastseat.application.user.ForgetExpiredSessions;
import dev.lastseat.application.user.LogIn;
import dev.lastseat.application.user.LogOut;
import dev.lastseat.application.user.RefreshSession;
import dev.lastseat.application.user.RegisterUser;
import dev.lastseat.application.user.SignIn;
import dev.lastseat.application.user.Tokens;
import dev.lastseat.application.user.UserFactory;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.AccessTokens;
import dev.lastseat.domain.port.AvailabilityCache;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.EventCache;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.port.FirstPages;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.port.PasswordHasher;
import dev.lastseat.domain.port.PlaceHints;
import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.port.Users;
import dev.lastseat.http.HttpPorts;
import dev.lastseat.http.UseCases;
import dev.lastseat.security.SecurityAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every part of the program, connected by constructors. */
record Parts(UseCases useCases, HttpPorts httpPorts, List<Runnable> sweeps, FirstAdmin firstAdmin) {

  static Parts of(
      Settings settings, Secrets secrets, Engines engines, Clock clock, SecureRandom random) {
    StorePorts store = engines.store();
    MemoryPorts memory = engines.memory();
    Events events = store.events();
    Bookings bookings = store.bookings();
    PlaceHints hints = memory.hints();
    EventCache eventCache = memory.events();
    AvailabilityCache availabilityCache = memory.availability();

    EventReader eventReader = new EventReader(events, eventCache);
    AvailabilityReader availability = new AvailabilityReader(bookings, availabilityCache);
    EventStep step = new EventStep(events, eventReader, clock);
    UseCases.EventReads eventReads =
        new UseCases.EventReads(
            new SearchEvents(events, availability), new FindEvent(eventReader, availability));
    UseCases.EventWrites eventWrites =
        new UseCases.EventWrites(
            new CreateEvent(events, clock, random),
            new ChangeEvent(events, eventReader, clock),
            new PublishEvent(step),
            new CancelEvent(step),
            new CompleteEvent(step),
            new DeleteEvent(events, eventReader));

    FirstPages firstPages = memory.firstPages();
    BookingChanges changes =
        new BookingChanges(bookings, hints, availabilityCache, firstPages, clock);
    PlaceFinder places = new PlaceFinder(hints, bookings, eventReader, changes);
    AllowanceFinder allowances = new AllowanceFinder(bookings, changes, random);
    ClaimFinder claims = new ClaimFinder(eventReader, places, allowances, clock);
    SecondLook secondLook = new SecondLook(eventReader, bookings, changes, clock);
    BookingFactory factory = new BookingFactory(clock, random, settings.lifetimes().hold());
    FindBooking findBooking = new FindBooking(bookings, events);
    UseCases.Bookings bookingCases =
        new UseCases.Bookings(
            new BookTickets(claims, bookings, factory, secondLook, findBooking),
            findBooking,
            new ListBookings(bookings, firstPages, findBooking),
            new ConfirmBooking(findBooking, eventReader, changes, clock),
            new CancelBooking(findBooking, changes, clock));

    Orders orders = store.orders();
    FindOrder findOrder = new FindOrder(orders, bookings, findBooking);
    UseCases.Orders orderCases =
        new UseCases.Orders(
            new PlaceOrder(claims, orders, factory, secondLook, findOrder), findOrder);

    Users users = store.users();
    Sessions sessions = store.sessions();
    Settings.Security security = settings.security();
    PasswordHasher hasher = SecurityAdapters.passwordHasher(security.bcryptRounds(), random);
    AccessTokens accessTokens =
        SecurityAdapters.accessTokens(secrets.jwt(), security.accessTtl(), clock, random);
    Tokens tokens =
        new Tokens(
            accessTokens,
            SecurityAdapters.tokenHasher(secrets.refresh()),
            random,
            security.refreshTtl());
    SignIn signIn = new SignIn(sessions, tokens, clock, random);
    UserFactory userFactory = new UserFactory(hasher, clock, random);
    UseCases.Users userCases =
        new UseCases.Users(
            new RegisterUser(users, userFactory, signIn),
            new LogIn(users, hasher, signIn),
            new RefreshSession(sessions, users, tokens, clock),
            new LogOut(sessions, tokens),
            new FindUser(users));

    List<Runnable> sweeps = new ArrayList<>(store.sweeps());
    sweeps.add(new ExpireHolds(bookings, changes, clock)::handle);
    sweeps.add(new CancelBookingsOfCancelledEvents(bookings, changes, clock)::handle);
    sweeps.add(new SettleOrders(orders, clock)::handle);
    sweeps.add(new ForgetExpiredSessions(sessions, clock)::handle);

    return new Parts(
        new UseCases(userCases, eventReads, eventWrites, bookingCases, orderCases),
        new HttpPorts(
            accessTokens,
            memory.limiter(),
            memory.responses(),
            Stream.concat(Stream.of(store.health()), memory.health().stream()).toList()),
        sweeps,
        new FirstAdmin(new CreateFirstAdmin(users, userFactory), random));
  }
}
