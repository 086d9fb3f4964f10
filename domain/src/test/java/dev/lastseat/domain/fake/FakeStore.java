package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.policy.BookingPolicy;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the fake events, bookings, orders, payments, users and sessions share: one memory and one
 * lock.
 */
public final class FakeStore {
  final Map<EventId, Event> events = new HashMap<>();
  final Set<EventId> deleted = new HashSet<>();
  final Map<BookingId, Booking> bookings = new HashMap<>();
  final Map<OrderId, Order> orders = new HashMap<>();
  final Map<PaymentId, Payment> payments = new HashMap<>();
  final Map<StreamId, Checkin> checkins = new HashMap<>();

  /** Bookings of orders that are not decided: nobody finds them, but what they claim is taken. */
  final Map<BookingId, Booking.Live> undecided = new HashMap<>();

  /** What happened, in the order of the log. */
  final List<RecordedFact> facts = new ArrayList<>();

  final Set<OrderId> rolledBack = new HashSet<>();

  private boolean away;
  private int writesLeft = Integer.MAX_VALUE;

  /** From now on every question to the store fails, until it is back. */
  public void goAway() {
    atomically(() -> away = true);
  }

  /** Goes away after so many writes of bookings, orders and payments from now. */
  public void goAwayAfter(int writes) {
    atomically(() -> writesLeft = writes);
  }

  public synchronized void comeBack() {
    away = false;
    writesLeft = Integer.MAX_VALUE;
  }

  synchronized <T> T atomically(Supplier<T> step) {
    if (away) {
      throw new StoreUnavailable("the store is away");
    }
    return step.get();
  }

  /** A step that changes something, which may be the one before which the store goes away. */
  synchronized <T> T write(Supplier<T> step) {
    if (writesLeft == 0) {
      goAway();
    }
    T result = atomically(step);
    writesLeft--;
    return result;
  }

  Optional<Event> event(EventId id) {
    return deleted.contains(id) ? Optional.empty() : Optional.ofNullable(events.get(id));
  }

  boolean admits(Booking.Live booking) {
    return event(booking.details().eventId())
        .filter(event -> BookingPolicy.admits(event, booking))
        .isPresent();
  }

  Optional<Order> orderOf(UserId user, IdempotencyKey key) {
    return orders.values().stream()
        .filter(order -> order.userId().equals(user) && order.key().equals(key))
        .findAny();
  }

  List<Booking.Live> live(Predicate<Booking.Live> wanted) {
    return live(bookings.values().stream(), wanted);
  }

  List<Booking.Live> liveOf(EventId event) {
    return live(booking -> booking.details().eventId().equals(event));
  }

  /** All that is stored, found or not. */
  Stream<Booking> all() {
    return Stream.concat(bookings.values().stream(), undecided.values().stream());
  }

  /** The bookings that claim something of the event, decided or not. */
  List<Booking.Live> claiming(EventId event) {
    return live(all(), booking -> booking.details().eventId().equals(event));
  }

  /** Stores a booking that nobody finds before this. */
  void record(Booking.Live booking) {
    bookings.put(booking.id(), booking);
    tell(BookingFacts.recorded(booking));
  }

  /** Stores a booking that claims something in its new state. */
  void move(Booking.Live booking, Change told) {
    if (undecided.replace(booking.id(), booking) == null) {
      bookings.put(booking.id(), booking);
      tell(told);
    }
  }

  /** Orders that are not written yet, of which an event does not admit a booking any more. */
  void rollBackRefused() {
    undecided.values().stream()
        .filter(booking -> !admits(booking))
        .flatMap(booking -> booking.details().order().stream())
        .filter(order -> !orders.containsKey(order))
        .forEach(rolledBack::add);
  }

  void tell(Change change) {
    Fact fact =
        new Fact(
            change.stream(),
            factsOf(change.stream()).size() + 1,
            change.kind().word(),
            change.at(),
            change.cause(),
            change.data());
    facts.add(new RecordedFact(facts.size() + 1, fact));
  }

  List<RecordedFact> factsOf(StreamId stream) {
    return facts.stream().filter(it -> it.fact().stream().equals(stream)).toList();
  }

  List<Integer> placesTaken(EventId event) {
    return claiming(event).stream()
        .flatMap(booking -> booking.claim().places().ordinals().stream())
        .toList();
  }

  private static List<Booking.Live> live(
      Stream<? extends Booking> bookings, Predicate<Booking.Live> wanted) {
    return bookings
        .filter(Booking.Live.class::isInstance)
        .map(Booking.Live.class::cast)
        .filter(wanted)
        .toList();
  }
}
