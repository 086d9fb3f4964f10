package dev.lastseat.application.claim;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Bookings.Transition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Takes bookings to their next state, and lets hints and caches know. */
public final class BookingChanges {
  public static final int BATCH = 500;

  private final Bookings bookings;
  private final PlaceHints hints;
  private final AvailabilityCache availability;
  private final FirstPages pages;
  private final Clock clock;
  private final AllowanceHints allowances = new AllowanceHints();

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
  public void recorded(Booking.Live booking) {
    availability.adjust(booking.details().eventId(), TicketCounts.of(booking));
    pages.forget(booking.details().userId());
  }

  /** What is known here of the allowances that users have used up. */
  AllowanceHints allowances() {
    return allowances;
  }

  /** Whether the booking was still as it was seen, and has changed. */
  public boolean apply(Booking.Live from, Booking to) {
    boolean changed = bookings.change(from, to);
    if (changed) {
      tell(List.of(new Transition(from, to)), this::releasePlaces);
    }
    return changed;
  }

  /** Does all of them in one write, each if its booking is still as it was seen. */
  public void applyAll(List<Transition> transitions) {
    if (!transitions.isEmpty()) {
      applyAll(transitions, this::releasePlaces);
    }
  }

  /** Expires the overdue holds of one event, so that their places can be found. */
  public void expireOverdue(EventId event) {
    Instant now = clock.instant();
    applyToAll(limit -> bookings.overdue(event, now, limit), hold -> hold.expire(now));
  }

  /**
   * Takes all that is read to its next state, batch by batch, until a batch changes nothing: then
   * all of them have been changed, here or by somebody else. Answers how many were changed here.
   */
  public <L extends Booking.Live> int applyToAll(
      IntFunction<List<L>> read, Function<L, Booking> next) {
    return applyToAll(read, one -> new Transition(one, next.apply(one)), this::releasePlaces);
  }

  /** The same for bookings of cancelled events, whose places nobody will ask for any more. */
  public <L extends Booking.Live> int endAll(IntFunction<List<L>> read, Function<L, Booking> next) {
    return applyToAll(
        read, one -> new Transition(one, next.apply(one), true), (event, _) -> hints.forget(event));
  }

  private <L extends Booking.Live> int applyToAll(
      IntFunction<List<L>> read,
      Function<L, Transition> next,
      BiConsumer<EventId, List<Transition>> hint) {
    int changed = 0;
    int batch;
    do {
      List<Transition> transitions = read.apply(BATCH).stream().map(next).toList();
      batch = transitions.isEmpty() ? 0 : applyAll(transitions, hint);
      changed += batch;
    } while (batch > 0);
    return changed;
  }

  /** How many of the bookings were still as they were seen, and have changed. */
  private int applyAll(List<Transition> transitions, BiConsumer<EventId, List<Transition>> hint) {
    List<Transition> changed = bookings.changeAll(transitions);
    tell(changed, hint);
    return changed.size();
  }

  /** Each event and each user once, however many bookings of theirs have changed. */
  private void tell(List<Transition> changed, BiConsumer<EventId, List<Transition>> hint) {
    changed.stream()
        .collect(Collectors.groupingBy(one -> one.from().details().eventId()))
        .forEach(
            (event, some) -> {
              availability.adjust(event, difference(some));
              hint.accept(event, some);
            });
    changed.stream().map(one -> one.from().details().userId()).distinct().forEach(pages::forget);
  }

  private static TicketCounts difference(List<Transition> changed) {
    return changed.stream()
        .map(one -> difference(one.from(), one.to()))
        .reduce(TicketCounts.NONE, TicketCounts::plus);
  }

  /** A hold that expires counts no more since it was over, whenever that is written down. */
  private static TicketCounts difference(Booking.Live from, Booking to) {
    TicketCounts before = TicketCounts.of(from);
    return switch (to) {
      case Booking.Live live -> TicketCounts.of(live).minus(before);
      case Booking.Cancelled _ -> TicketCounts.NONE.minus(before);
      case Booking.Expired _ -> TicketCounts.NONE;
    };
  }

  private void releasePlaces(EventId event, List<Transition> changed) {
    changed.forEach(
        one -> {
          List<Integer> free = freed(one);
          if (!free.isEmpty()) {
            hints.release(event, one.from().details().contingent().isEmpty() ? free : List.of());
            allowances.forget(one.from().details().userId(), event);
          }
        });
  }

  private static List<Integer> freed(Transition change) {
    List<Integer> places = change.from().claim().places().ordinals();
    return change.to() instanceof Booking.Live live
        ? places.stream().filter(it -> !live.claim().places().ordinals().contains(it)).toList()
        : places;
  }
}
