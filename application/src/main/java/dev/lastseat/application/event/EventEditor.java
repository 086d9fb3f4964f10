package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.WrongState;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Events.Deletion;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * What those who run an event do with it. Each edit is made to the event as the store has it.
 * Somebody else's change in between is no obstacle: the edit is made to what they left, unless the
 * caller wants another version ({@code ifVersion}) to be edited.
 */
public record EventEditor(
    Events events,
    Users users,
    EventCache cache,
    AvailabilityReader availability,
    Releases releases,
    Clock clock) {
  /** What became of the edit. */
  public sealed interface Outcome {
    record Changed(EventWithAvailability event) implements Outcome {}

    record Deleted() implements Outcome {}

    record NotFound() implements Outcome {}

    /** Somebody else runs it. */
    record Forbidden() implements Outcome {}

    record VersionMismatch() implements Outcome {}

    /** More tickets are sold and held than the event would have. */
    record TooSmall(int taken) implements Outcome {}

    record HasLiveBookings() implements Outcome {}

    /** Whoever is to run it is nobody, or nobody who may run events. */
    record NoOrganiser() implements Outcome {}

    record NotPossible(String why) implements Outcome {}
  }

  /** Changes what is said of the event. */
  public Outcome change(
      Principal by, EventId id, LongPredicate ifVersion, Function<Event, EventDetails> details) {
    return step(by, id, ifVersion, (event, now) -> event.change(details.apply(event), now));
  }

  /** Puts a draft on sale. */
  public Outcome publish(Principal by, EventId id, LongPredicate ifVersion) {
    return step(by, id, ifVersion, Event::publish);
  }

  /**
   * Calls the event off. From the answer on nothing can be booked; {@code
   * CancelBookingsOfCancelledEvents} then takes its bookings back.
   */
  public Outcome cancel(Principal by, EventId id, LongPredicate ifVersion) {
    return step(by, id, ifVersion, Event::cancel);
  }

  /** Closes an event that has taken place. */
  public Outcome complete(Principal by, EventId id, LongPredicate ifVersion) {
    return step(by, id, ifVersion, Event::complete);
  }

  /**
   * Lets somebody else run the event, who may run events. From the answer on whoever ran it so far
   * has no say in it any more, unless they are an admin, and their webhooks hear nothing of it.
   */
  public Outcome handOver(Principal by, EventId id, LongPredicate ifVersion, UserId to) {
    return edit(
        by,
        id,
        ifVersion,
        event ->
            users.find(to).filter(it -> it.role().atLeast(Role.ORGANISER)).isPresent()
                ? update(event, (seen, now) -> seen.handOver(to, now))
                : Optional.of(new Outcome.NoOrganiser()));
  }

  /** Takes an event without live bookings away; cancelled bookings still remember it. */
  public Outcome delete(Principal by, EventId id, LongPredicate ifVersion) {
    return edit(by, id, ifVersion, this::delete);
  }

  private Outcome step(
      Principal by, EventId id, LongPredicate ifVersion, BiFunction<Event, Instant, Event> step) {
    return edit(by, id, ifVersion, event -> update(event, step));
  }

  /**
   * @param edit empty where the event was not the stored one any more
   */
  private Outcome edit(
      Principal by, EventId id, LongPredicate ifVersion, Function<Event, Optional<Outcome>> edit) {
    return OptimisticRetry.untilDecided("the event", () -> attempt(by, id, ifVersion, edit));
  }

  private Optional<Outcome> attempt(
      Principal by, EventId id, LongPredicate ifVersion, Function<Event, Optional<Outcome>> edit) {
    Optional<Event> event = events.find(id).filter(it -> it.isShownTo(Optional.of(by)));
    if (event.isEmpty()) {
      return Optional.of(new Outcome.NotFound());
    }
    if (!event.get().isRunBy(by)) {
      return Optional.of(new Outcome.Forbidden());
    }
    return ifVersion.test(event.get().version())
        ? edit.apply(event.get())
        : Optional.of(new Outcome.VersionMismatch());
  }

  private Optional<Outcome> update(Event event, BiFunction<Event, Instant, Event> step) {
    Event changed;
    try {
      changed = step.apply(event, clock.instant());
    } catch (WrongState wrong) {
      return Optional.of(new Outcome.NotPossible(wrong.why()));
    }
    return switch (write(event.id(), () -> events.update(changed))) {
      case Update.Updated _ -> {
        releases.tell(event, changed, clock.instant());
        yield Optional.of(new Outcome.Changed(availability.of(changed)));
      }
      case Update.TooSmall(int taken) -> Optional.of(new Outcome.TooSmall(taken));
      case Update.Stale _ -> Optional.empty();
    };
  }

  private Optional<Outcome> delete(Event event) {
    return switch (write(event.id(), () -> events.delete(event, clock.instant()))) {
      case Deletion.Deleted _ -> Optional.of(new Outcome.Deleted());
      case Deletion.HasLiveBookings _ -> Optional.of(new Outcome.HasLiveBookings());
      case Deletion.Stale _ -> Optional.empty();
    };
  }

  /** Forgets the cached event also where the outcome is unknown: it may have been written. */
  private <T> T write(EventId id, Supplier<T> write) {
    try {
      return write.get();
    } finally {
      cache.forget(id);
    }
  }
}
