package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.AvailabilityCache;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.Bookings.Transition;
import dev.lastseat.domain.port.FirstPages;
import dev.lastseat.domain.port.PlaceHints;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Takes bookings to their next state, and tells hints and caches what that changes for them. */
public final class BookingChanges {
  static final int BATCH = 500;

  private final Bookings bookings;
  private final PlaceHints hints;
  private final AvailabilityCache availability;
  private final FirstPages pages;
  private final Clock clock;

  public BookingChanges(
      Bookings bookings,
      PlaceHints hints,
      AvailabilityCache availability,
      FirstPages pages,
      Clock clock) {
    this.bookings = bookings;
    this.hints = hints;
    this.availability = availability;
    this.pages = pages;
    this.clock = clock;
  }

  /** A new booking stands. */
  void recorded(Booking.Live booking) {
    availability.adjust(booking.details().eventId(), TicketCounts.of(booking));
    pages.forget(booking.details().userId());
  }

  /** Whether the booking was still as it was seen, and has changed. */
  boolean apply(Booking.Live from, Booking to) {
    boolean changed = bookings.change(from, to);
    if (changed) {
      tell(from, to);
    }
    return changed;
  }

  /** How many of the bookings were still as they were seen, and have changed. */
  private int applyAll(List<Transition> transitions) {
    List<Transition> changed = bookings.changeAll(transitions);
    changed.forEach(transition -> tell(transition.from(), transition.to()));
    return changed.size();
  }

  /** Expires the overdue holds of one event, so that their places can be found. */
  void expireOverdue(EventId event) {
    Instant now = clock.instant();
    applyToAll(limit -> bookings.overdue(event, now, limit), hold -> hold.expire(now));
  }

  /**
   * Takes all that is read to its next state, batch by batch, until a batch changes nothing: then
   * all of them have been changed, here or by somebody else. Answers how many were changed here.
   */
  <L extends Booking.Live> int applyToAll(IntFunction<List<L>> read, Function<L, Booking> next) {
    int changed = 0;
    int batch;
    do {
      List<L> live = read.apply(BATCH);
      batch =
          live.isEmpty()
              ? 0
              : applyAll(live.stream().map(one -> new Transition(one, next.apply(one))).toList());
      changed += batch;
    } while (batch > 0);
    return changed;
  }

  private void tell(Booking.Live from, Booking to) {
    EventId event = from.details().eventId();
    TicketCounts before = TicketCounts.of(from);
    switch (to) {
      case Booking.Live live -> availability.adjust(event, TicketCounts.of(live).minus(before));
      case Booking.Cancelled _, Booking.Expired _ -> {
        availability.adjust(event, TicketCounts.NONE.minus(before));
        hints.release(event, from.claim().places());
      }
    }
    pages.forget(from.details().userId());
  }
}
