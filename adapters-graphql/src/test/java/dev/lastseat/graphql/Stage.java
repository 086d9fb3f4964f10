package dev.lastseat.graphql;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingFactory;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.cancel.ReturnTickets;
import dev.lastseat.application.booking.hold.ConfirmBooking;
import dev.lastseat.application.booking.list.ListBookings;
import dev.lastseat.application.claim.AllowanceFinder;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.claim.BuyerRule;
import dev.lastseat.application.claim.ClaimFinder;
import dev.lastseat.application.claim.PlaceFinder;
import dev.lastseat.application.event.AvailabilityReader;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.ConfirmOrder;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeAvailabilityCache;
import dev.lastseat.domain.fake.FakeBookings;
import dev.lastseat.domain.fake.FakeCheckins;
import dev.lastseat.domain.fake.FakeEventCache;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeFirstPages;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeTransactionalOrders;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.user.Principal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;

/** GraphQL over one store in memory, whose calls are listed. */
final class Stage {
  final TickingClock clock = new TickingClock();
  final FakeStore store = new FakeStore();

  /** The calls of the store, such as {@code Bookings.count}. */
  final List<String> calls = new ArrayList<>();

  /** What each call of the store does besides. */
  Runnable meanwhile = () -> {};

  final Events events = listed(Events.class, new FakeEvents(store));
  final Users users = listed(Users.class, new FakeUsers(store));
  final FakeCheckins checkins = new FakeCheckins(store);
  private final Bookings bookings = listed(Bookings.class, new FakeBookings(store));
  private final GraphqlAdapters graphql;

  Stage() {
    this(new GraphqlSettings(false, Optional.empty()));
  }

  Stage(GraphqlSettings settings) {
    graphql = new GraphqlAdapters(settings, useCases(), clock);
  }

  GraphqlUseCases useCases() {
    Random random = new Random(7);
    FakePlaceHints hints = new FakePlaceHints(clock);
    FakeFirstPages pages = new FakeFirstPages(clock);
    FakeAvailabilityCache counts = new FakeAvailabilityCache(clock, Duration.ofSeconds(5));
    EventReader reader = new EventReader(events, new FakeEventCache());
    AvailabilityReader availability = new AvailabilityReader(bookings, counts, clock);
    BookingChanges changes = new BookingChanges(bookings, hints, counts, pages, clock);
    PlaceFinder places = new PlaceFinder(hints, bookings, reader, changes, clock);
    AllowanceFinder allowances = new AllowanceFinder(bookings, changes, random);
    ClaimFinder claims = new ClaimFinder(reader, places, allowances, BuyerRule.ANYBODY, clock);
    BookingFactory factory = new BookingFactory(clock, random, ABooking.HOLD);
    FindBooking find = new FindBooking(bookings, events, users, clock);
    Orders orders = listed(Orders.class, new FakeTransactionalOrders(store));
    FindOrder findOrder = new FindOrder(orders, bookings, find);
    return new GraphqlUseCases(
        new FindEvent(reader, events, availability, clock),
        new GraphqlUseCases.Bookings(
            new BookTickets(claims, bookings, factory, changes, find),
            find,
            new ListBookings(bookings, pages, find, users, clock),
            new ConfirmBooking(find, changes, clock),
            new CancelBooking(find, changes, checkins, clock),
            new ReturnTickets(find, changes, checkins, clock)),
        new GraphqlUseCases.Orders(
            new PlaceOrder(claims, orders, factory, changes, findOrder),
            findOrder,
            new ConfirmOrder(findOrder, changes, clock),
            new CancelOrder(
                orders,
                findOrder,
                changes,
                checkins,
                new JobQueue(new FakeJobs(store), () -> {}),
                clock)));
  }

  private <T> T listed(Class<T> port, T fake) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              calls.add(port.getSimpleName() + "." + method.getName());
              meanwhile.run();
              try {
                return method.invoke(fake, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
    return port.cast(proxy);
  }

  /** From now on the store does not answer. */
  void takeAway() {
    meanwhile =
        () -> {
          throw new StoreUnavailable("away");
        };
  }

  Event add(AnEvent event) {
    Event added = event.event();
    events.add(added);
    return added;
  }

  Reply ask(Optional<Principal> sender, String query) {
    return ask(sender, Map.of("query", query));
  }

  Reply ask(Optional<Principal> sender, String query, Map<String, Object> variables) {
    return ask(sender, Map.of("query", query, "variables", variables));
  }

  Reply ask(Optional<Principal> sender, Map<String, Object> request) {
    return ask(sender, request, _ -> {});
  }

  Reply ask(Optional<Principal> sender, Map<String, Object> request, IntConsumer cost) {
    return new Reply(graphql.answer(request, sender, "request-1", cost));
  }
}
