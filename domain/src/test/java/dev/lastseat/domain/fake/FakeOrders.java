package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Orders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Orders in a {@link FakeStore}, with hooks that let something happen at the worst moment. Each
 * hook runs once, outside the lock, in the thread of the caller.
 */
public abstract class FakeOrders implements Orders {
  private static final Runnable NOTHING = () -> {};

  final FakeStore store;
  private final AtomicReference<Runnable> beforeRecord = new AtomicReference<>(NOTHING);
  private final AtomicReference<Runnable> afterRecord = new AtomicReference<>(NOTHING);

  FakeOrders(FakeStore store) {
    this.store = store;
  }

  /** Runs before the next recording takes effect. */
  public final void beforeRecord(Runnable hook) {
    beforeRecord.set(hook);
  }

  /** Runs when the next recording has taken effect and is not answered yet. */
  public final void afterRecord(Runnable hook) {
    afterRecord.set(hook);
  }

  @Override
  public final Recording record(Order order, List<Booking.Confirmed> bookings) {
    beforeRecord.getAndSet(NOTHING).run();
    return write(order, bookings);
  }

  abstract Recording write(Order order, List<Booking.Confirmed> bookings);

  /** Called by a recording that has taken effect, before it looks at the events afterwards. */
  final void recorded() {
    afterRecord.getAndSet(NOTHING).run();
  }

  /** The events of these bookings as they are now; within a step. */
  final Map<EventId, Event> eventsOf(List<Booking.Confirmed> bookings) {
    return bookings.stream()
        .flatMap(booking -> store.event(booking.details().eventId()).stream())
        .collect(Collectors.toMap(Event::id, Function.identity()));
  }
}
