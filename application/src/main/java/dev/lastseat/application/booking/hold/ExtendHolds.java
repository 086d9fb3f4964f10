package dev.lastseat.application.booking.hold;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets holds end later, so that their payment fits in: up to a maximum after they were made, and
 * never past the beginning of an event, or the end of its sale where that is later. Only those who
 * run the events do so.
 *
 * @param max how long a hold may last in all
 */
public record ExtendHolds(
    Bookings bookings, Events events, FindBooking finder, Duration max, Clock clock) {
  /** Extends a hold that was made alone. */
  public Change<BookingWithEvent> handle(BookingId id, Instant until, Principal by) {
    Instant now = clock.instant();
    return finder
        .findToConfirm(id, by, now)
        .map(
            found ->
                found.booking().details().order().isPresent()
                    ? new Change.NotPossible<BookingWithEvent>(
                        "The hold is part of an order, which is extended as a whole.")
                    : extend(List.of(found), until, by).map(List::getFirst))
        .orElseGet(Change.NotFound::new);
  }

  /** Extends all of them, which end at one instant, or none. */
  public Change<List<BookingWithEvent>> extend(
      List<BookingWithEvent> shown, Instant until, Principal by) {
    if (!shown.stream().allMatch(one -> one.isRunBy(by))) {
      boolean owned = shown.stream().allMatch(one -> FindBooking.owns(by, one.booking()));
      return owned ? new Change.Forbidden<>() : new Change.NotFound<>();
    }
    List<Booking.Pending> holds = shown.stream().flatMap(one -> one.hold().stream()).toList();
    if (holds.isEmpty()) {
      return new Change.NotPossible<>("Nothing is held any more.");
    }
    Instant latest = latest(shown, holds);
    if (until.isAfter(latest)) {
      return new Change.NotPossible<>("The hold can last until " + latest + " at the most.");
    }
    return extend(shown, holds, until);
  }

  private Instant latest(List<BookingWithEvent> shown, List<Booking.Pending> holds) {
    Stream<Instant> longest = holds.stream().map(hold -> hold.details().bookedAt().plus(max));
    Stream<Instant> beginnings =
        shown.stream()
            .flatMap(one -> one.event().stream())
            .map(event -> event.details().schedule().lastHold());
    return Stream.concat(longest, beginnings).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Change<List<BookingWithEvent>> extend(
      List<BookingWithEvent> shown, List<Booking.Pending> holds, Instant until) {
    List<Booking.Pending> shorter =
        holds.stream().filter(hold -> hold.expiresAt().isBefore(until)).toList();
    if (bookings.extend(shorter, until, clock.instant()) < shorter.size()) {
      throw new StoreUnavailable("a hold was changed while it was extended");
    }
    endWithEvents(shorter, until);
    List<Booking> now =
        List.copyOf(
            bookings.findAll(shown.stream().map(one -> one.booking().id()).toList()).values());
    return new Change.Done<>(finder.withEvents(now));
  }

  /** Events may have been moved meanwhile, by somebody who saw the end as it was before. */
  private void endWithEvents(List<Booking.Pending> holds, Instant until) {
    List<EventId> ids = holds.stream().map(hold -> hold.details().eventId()).toList();
    for (Event event : events.findAll(ids).values()) {
      Instant last = event.details().schedule().lastHold();
      if (last.isBefore(until)) {
        List<Booking.Pending> extended =
            holds.stream()
                .filter(hold -> hold.details().eventId().equals(event.id()))
                .map(hold -> new Booking.Pending(hold.details(), hold.claim(), until))
                .toList();
        bookings.extend(extended, last, clock.instant());
      }
    }
  }
}
