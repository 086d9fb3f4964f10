package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.CheckinFacts;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Check-ins in memory. */
public final class FakeCheckins implements Checkins {
  private final FakeStore store;
  private final Map<CheckinListId, CheckinList> lists = new LinkedHashMap<>();
  private final Map<CheckinListId, List<RefusedScan>> refused = new HashMap<>();

  public FakeCheckins(FakeStore store) {
    this.store = store;
  }

  @Override
  public void add(CheckinList list) {
    store.atomically(
        () -> {
          store.tell(CheckinFacts.listed(list));
          return lists.put(list.id(), list);
        });
  }

  @Override
  public Optional<CheckinList> find(CheckinListId id) {
    return store.atomically(() -> Optional.ofNullable(lists.get(id)));
  }

  @Override
  public List<CheckinList> listsOf(EventId event) {
    return store.atomically(
        () -> lists.values().stream().filter(it -> it.event().equals(event)).toList());
  }

  @Override
  public boolean change(Optional<Checkin> before, Checkin after) {
    StreamId key = StreamId.of(after.list(), after.ticket());
    return store.atomically(
        () -> {
          boolean asRead = before.equals(Optional.ofNullable(store.checkins.get(key)));
          if (asRead) {
            store.tell(CheckinFacts.scanned(before, after));
            store.checkins.put(key, after);
          }
          return asRead;
        });
  }

  @Override
  public boolean letPass(Optional<Checkin> before, Checkin after, Booking.Confirmed seen) {
    return store.atomically(() -> isStored(seen) && change(before, after));
  }

  @Override
  public boolean stillCounts(Checkin written, Booking.Confirmed seen) {
    return store.atomically(() -> isStored(seen));
  }

  private boolean isStored(Booking.Confirmed seen) {
    return store.bookings.get(seen.id()) instanceof Booking.Confirmed stored
        && stored.claim().places().equals(seen.claim().places());
  }

  @Override
  public Optional<Checkin> find(CheckinListId list, TicketId ticket) {
    return store.atomically(
        () -> Optional.ofNullable(store.checkins.get(StreamId.of(list, ticket))));
  }

  @Override
  public List<Checkin> of(Collection<BookingId> bookings) {
    return store.atomically(
        () ->
            store.checkins.values().stream()
                .filter(it -> bookings.contains(it.ticket().booking()))
                .toList());
  }

  @Override
  public void refuse(CheckinListId list, RefusedScan scan) {
    store.atomically(
        () -> {
          List<RefusedScan> all = refused.computeIfAbsent(list, _ -> new ArrayList<>());
          all.addFirst(scan);
          return all.size() > RefusedScan.MAX_PER_LIST ? all.removeLast() : scan;
        });
  }

  @Override
  public List<RefusedScan> refused(CheckinListId list) {
    return store.atomically(() -> List.copyOf(refused.getOrDefault(list, List.of())));
  }

  @Override
  public long inside(CheckinListId list) {
    return store.atomically(
        () ->
            store.checkins.values().stream()
                .filter(it -> it.list().equals(list) && it.isInside())
                .count());
  }

  @Override
  public List<Checkin> all(Optional<StreamId> after, int limit) {
    String last = after.map(StreamId::id).orElse("");
    return store.atomically(
        () ->
            store.checkins.entrySet().stream()
                .filter(it -> it.getKey().id().compareTo(last) > 0)
                .sorted(Comparator.comparing(it -> it.getKey().id()))
                .limit(limit)
                .map(Map.Entry::getValue)
                .toList());
  }
}
