package dev.lastseat.domain.contract;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts tickets, remembers for which events it was asked, and can be interrupted once. */
final class CountingStore implements Function<Collection<EventId>, Map<EventId, TicketCounts>> {
  private final Map<EventId, TicketCounts> counts = new ConcurrentHashMap<>();
  private final List<List<EventId>> asked = new CopyOnWriteArrayList<>();
  private final AtomicReference<Runnable> interruption = new AtomicReference<>(this::nothing);

  CountingStore holds(EventId event, TicketCounts count) {
    counts.put(event, count);
    return this;
  }

  void whileCounting(Runnable act) {
    interruption.set(act);
  }

  void failOnce() {
    interruption.set(
        () -> {
          throw new StoreUnavailable("no counts");
        });
  }

  /** The events of each count, in the order they were asked for. */
  List<List<EventId>> asked() {
    return asked;
  }

  @Override
  public Map<EventId, TicketCounts> apply(Collection<EventId> events) {
    asked.add(List.copyOf(events));
    interruption.getAndSet(this::nothing).run();
    return events.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(), event -> counts.getOrDefault(event, TicketCounts.NONE)));
  }

  private void nothing() {}
}
