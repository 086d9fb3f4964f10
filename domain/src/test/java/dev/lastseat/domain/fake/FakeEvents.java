package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.Contingents;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.Position;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events in a {@link FakeStore}. */
public final class FakeEvents implements Events {
  private static final Runnable NOTHING = () -> {};

  private final FakeStore store;
  private final AtomicReference<Runnable> afterUpdate = new AtomicReference<>(NOTHING);

  public FakeEvents(FakeStore store) {
    this.store = store;
  }

  /** Runs once, when the next update has taken effect and is not answered yet. */
  public void afterUpdate(Runnable hook) {
    afterUpdate.set(hook);
  }

  @Override
  public void add(Event event) {
    store.atomically(
        () -> {
          store.tell(EventFacts.created(event));
          return Optional.ofNullable(store.events.put(event.id(), event));
        });
  }

  @Override
  public Optional<Event> find(EventId id) {
    return store.atomically(() -> store.event(id));
  }

  @Override
  public Map<EventId, Event> findAll(Collection<EventId> ids) {
    return store.atomically(
        () ->
            ids.stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(store.events.get(id)))
                .collect(Collectors.toMap(Event::id, Function.identity())));
  }

  @Override
  public Page<Event> search(EventQuery query) {
    List<Event> found = store.atomically(() -> matching(query));
    return Paging.page(
        found, event -> position(event, query.sort()), query.ascending(), query.page());
  }

  @Override
  public List<Event> toPublish(Instant until, int limit) {
    return store.atomically(
        () ->
            store.events.values().stream()
                .filter(event -> event.isDraft() && !store.deleted.contains(event.id()))
                .filter(event -> until.isBefore(event.details().schedule().salesEnd()))
                .filter(event -> publishAt(event).filter(at -> !at.isAfter(until)).isPresent())
                .sorted(Comparator.comparing(event -> publishAt(event).orElseThrow()))
                .limit(limit)
                .toList());
  }

  private static Optional<Instant> publishAt(Event event) {
    return event.details().schedule().publishAt();
  }

  @Override
  public Update update(Event changed) {
    Update update =
        store.atomically(
            () ->
                stored(changed.id(), changed.version() - 1)
                    .map(stored -> write(stored, changed))
                    .orElseGet(Update.Stale::new));
    afterUpdate.getAndSet(NOTHING).run();
    return update;
  }

  @Override
  public Deletion delete(Event event, Instant now) {
    return store.atomically(
        () -> {
          if (stored(event.id(), event.version()).isEmpty()) {
            return new Deletion.Stale();
          }
          if (!store.claiming(event.id()).isEmpty()) {
            return new Deletion.HasLiveBookings();
          }
          store.deleted.add(event.id());
          store.tell(EventFacts.deleted(event.id(), now));
          return new Deletion.Deleted();
        });
  }

  private Optional<Event> stored(EventId id, long version) {
    return store.event(id).filter(event -> event.version() == version);
  }

  private List<Event> matching(EventQuery query) {
    EventFilter filter = new EventFilter(query);
    return store.events.values().stream()
        .filter(event -> !store.deleted.contains(event.id()))
        .filter(filter)
        .toList();
  }

  private static Position position(Event event, EventQuery.Sort sort) {
    String key =
        switch (sort) {
          case DATE -> Paging.key(event.details().date());
          case NAME -> event.details().sortKey();
          case PRICE -> Paging.key(event.details().price().tenThousandths());
          case CREATED_AT -> Paging.key(event.createdAt());
        };
    return new Position(key, event.id().value());
  }

  private Update write(Event stored, Event changed) {
    int total = changed.details().totalTickets();
    if (total < stored.details().totalTickets()) {
      int taken = taken(changed);
      if (taken > total) {
        return new Update.TooSmall(taken);
      }
      moveInside(changed);
    }
    endHolds(changed);
    store.events.put(changed.id(), changed);
    store.tell(EventFacts.changed(stored, changed));
    store.rollBackRefused();
    return new Update.Updated();
  }

  private void endHolds(Event event) {
    Instant lastHold = event.details().schedule().lastHold();
    for (Booking.Live booking : store.claiming(event.id())) {
      if (booking instanceof Booking.Pending hold && hold.expiresAt().isAfter(lastHold)) {
        store.move(
            new Booking.Pending(hold.details(), hold.claim(), lastHold),
            BookingFacts.shortened(hold.id(), lastHold, event.updatedAt()));
      }
    }
  }

  private void moveInside(Event event) {
    int total = event.details().totalTickets();
    for (Booking.Live booking : store.claiming(event.id())) {
      if (!booking.claim().places().within(total)) {
        Places inside = inside(booking.claim().places(), event);
        store.move(
            ABooking.moved(booking, inside),
            BookingFacts.moved(booking.id(), inside, event.updatedAt()));
      }
    }
  }

  /** With what is left in contingents. */
  private int taken(Event event) {
    TicketCounts counts =
        store.claiming(event.id()).stream()
            .map(TicketCounts::of)
            .reduce(TicketCounts.NONE, TicketCounts::plus);
    Contingents contingents = event.details().contingents();
    return counts.taken() + contingents.left(counts.contingents(), event.updatedAt());
  }

  private Places inside(Places places, Event event) {
    int total = event.details().totalTickets();
    List<Integer> taken = store.placesTaken(event.id());
    Stream<Integer> kept = places.ordinals().stream().filter(place -> place <= total);
    Stream<Integer> free =
        event.details().openPlaces(event.updatedAt()).ranges().stream()
            .flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()))
            .boxed()
            .filter(place -> !taken.contains(place));
    return Places.of(Stream.concat(kept, free).limit(places.count()).toList());
  }
}
