package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.aggregate.OrderFacts;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Like a store that can write one document at a time: holds the places in bookings that nobody
 * finds, writes the order, which decides, and confirms the bookings then. A change of an event
 * rolls back what is not decided and not admitted any more.
 */
public final class FakeHoldingOrders extends FakeOrders {
  public FakeHoldingOrders(FakeStore store) {
    super(store);
  }

  /** In the order of the events, so that of two orders that share some one always gets on. */
  @Override
  Recording write(Order order, List<? extends Booking.Live> bookings) {
    for (Booking.Live booking : sorted(bookings)) {
      Optional<Recording> refusal = store.write(() -> hold(booking));
      if (refusal.isPresent()) {
        decide(order.id());
        return whole(refusal.get());
      }
    }
    Optional<EventId> refusing = store.atomically(() -> refusing(bookings));
    boolean written = refusing.isEmpty() && store.write(() -> commit(order));
    decide(order.id());
    if (refusing.isPresent()) {
      return new Recording.NotAdmitted(refusing.get());
    }
    if (!written) {
      EventId changed =
          store
              .atomically(() -> refusing(bookings))
              .orElseThrow(() -> new StoreUnavailable("the order was settled meanwhile"));
      return new Recording.NotAdmitted(changed);
    }
    recorded();
    return new Recording.Recorded();
  }

  private static List<? extends Booking.Live> sorted(List<? extends Booking.Live> bookings) {
    return bookings.stream()
        .sorted(Comparator.comparing(booking -> booking.details().eventId().value()))
        .toList();
  }

  private Optional<Recording> hold(Booking.Live booking) {
    Optional<Recording> refusal = new OrderRefusals(store).of(booking);
    if (refusal.isEmpty()) {
      store.undecided.put(booking.id(), booking);
    }
    return refusal;
  }

  /** The events are read after the places were taken, so a change of one finds them or is seen. */
  private Optional<EventId> refusing(List<? extends Booking.Live> bookings) {
    return bookings.stream()
        .filter(booking -> !store.admits(booking))
        .map(booking -> booking.details().eventId())
        .findFirst();
  }

  /** An order that is found is whole. */
  private Recording whole(Recording refusal) {
    if (refusal instanceof Recording.KeyUsed(Optional<Order> existing)) {
      existing.ifPresent(this::rollForward);
    }
    return refusal;
  }

  /** Whether the order was written before anybody decided to roll it back. */
  private boolean commit(Order order) {
    boolean first = !store.rolledBack.contains(order.id());
    if (first) {
      store.orders.put(order.id(), order);
      store.tell(OrderFacts.placed(order));
    }
    return first;
  }

  /** Rolls back, unless the order was written. Done twice, it is the same. */
  private void decide(OrderId id) {
    Optional<Order> order = store.write(() -> orderOrNoneEver(id));
    order.ifPresentOrElse(this::rollForward, () -> store.write(() -> release(id)));
  }

  private Optional<Order> orderOrNoneEver(OrderId id) {
    Optional<Order> order = Optional.ofNullable(store.orders.get(id));
    if (order.isEmpty()) {
      store.rolledBack.add(id);
    }
    return order;
  }

  private boolean release(OrderId id) {
    return store.undecided.values().removeIf(booking -> isOf(id, booking));
  }

  private void rollForward(Order order) {
    order.bookings().forEach(id -> store.write(() -> confirm(id)));
  }

  /** The booking, found from now on, on the places that it has by now. */
  private boolean confirm(BookingId id) {
    Optional<Booking.Live> held = Optional.ofNullable(store.undecided.remove(id));
    held.ifPresent(store::record);
    return held.isPresent();
  }

  private static boolean isOf(OrderId id, Booking booking) {
    return booking.details().order().filter(id::equals).isPresent();
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return whole(store.atomically(() -> Optional.ofNullable(store.orders.get(id))));
  }

  @Override
  public Optional<Order> find(UserId user, IdempotencyKey key) {
    return whole(store.atomically(() -> store.orderOf(user, key)));
  }

  @Override
  public Page<Order> search(OrderQuery query) {
    Page<Order> page = super.search(query);
    page.items().forEach(this::rollForward);
    return page;
  }

  private Optional<Order> whole(Optional<Order> order) {
    order.ifPresent(this::rollForward);
    return order;
  }

  @Override
  public int settle(Instant created) {
    List<OrderId> cutShort =
        store.atomically(
            () ->
                store.undecided.values().stream()
                    .filter(booking -> !booking.details().bookedAt().isAfter(created))
                    .flatMap(booking -> booking.details().order().stream())
                    .distinct()
                    .toList());
    cutShort.forEach(this::decide);
    return cutShort.size();
  }
}
