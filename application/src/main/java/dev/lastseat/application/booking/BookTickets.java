package dev.lastseat.application.booking;

import dev.lastseat.application.event.EventReader;
import dev.lastseat.domain.booking.Allowances;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.booking.BookingPolicy.Verdict;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.Bookings.Recording;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;

/**
 * Sells tickets, or holds them. Places are suggested, a booking on them is recorded in one atomic
 * step, and where that step is lost to somebody else the next places are tried. The event is judged
 * as it was read a short time ago, and once more as the store saw it with the recording.
 */
public final class BookTickets {
  /** How often hints may mislead one request before it searches the store itself. */
  private static final int HINTED_ROUNDS = 8;

  /**
   * Every lost round means that somebody else got a place; so many in a row mean that something is
   * wrong.
   */
  private static final int MAX_ROUNDS = 100;

  private final EventReader events;
  private final Bookings bookings;
  private final PlaceFinder places;
  private final BookingFactory factory;
  private final BookingChanges changes;

  public BookTickets(
      EventReader events,
      Bookings bookings,
      PlaceFinder places,
      BookingFactory factory,
      BookingChanges changes) {
    this.events = events;
    this.bookings = bookings;
    this.places = places;
    this.factory = factory;
    this.changes = changes;
  }

  /** Who wants how many tickets for what. */
  public record Command(
      UserId user, EventId event, Quantity quantity, boolean hold, IdempotencyKey key) {}

  /** What became of the wish. */
  public sealed interface Outcome {
    record Booked(BookingWithEvent booking) implements Outcome {}

    /** The same request was granted before; this is its booking, as it is now. */
    record AlreadyBooked(BookingWithEvent booking) implements Outcome {}

    /** The key was used before, for something else. */
    record KeyReused() implements Outcome {}

    record EventNotFound() implements Outcome {}

    record NotBookable(String why) implements Outcome {}

    record SoldOut(int left) implements Outcome {}

    record AllowanceSpent(int maxTicketsPerUser) implements Outcome {}
  }

  /**
   * Sells the tickets or says why not.
   *
   * @throws StoreUnavailable when the outcome is unknown; the same command finds it out later
   */
  public Outcome handle(Command command) {
    return events
        .find(command.event())
        .map(event -> judged(command, event))
        .orElseGet(Outcome.EventNotFound::new);
  }

  /** Refuses only by what the store says now, never by what was cached. */
  private Outcome judged(Command command, Event cached) {
    if (judge(command, cached) instanceof Verdict.Admitted) {
      return attempt(command, cached, Allowances.first(command.quantity()), 0);
    }
    return events
        .fresh(command.event())
        .map(event -> rejudged(command, event))
        .orElseGet(Outcome.EventNotFound::new);
  }

  private Outcome rejudged(Command command, Event event) {
    return switch (judge(command, event)) {
      case Verdict.Admitted _ -> attempt(command, event, Allowances.first(command.quantity()), 0);
      case Verdict.NotBookable(String why) -> refuse(command, new Outcome.NotBookable(why));
      case Verdict.OverAllowance(int max) -> refuse(command, new Outcome.AllowanceSpent(max));
    };
  }

  private Verdict judge(Command command, Event event) {
    return BookingPolicy.judge(event, command.quantity(), factory.now());
  }

  private Outcome attempt(Command command, Event event, Allowances allowances, int round) {
    if (round == MAX_ROUNDS) {
      throw new StoreUnavailable("every place was lost to somebody else");
    }
    PlaceFinder.Finding finding =
        round < HINTED_ROUNDS
            ? places.find(event, command.quantity())
            : places.findExactly(event, command.quantity());
    return switch (finding) {
      case PlaceFinder.Finding.SoldOut(int left) -> refuse(command, new Outcome.SoldOut(left));
      case PlaceFinder.Finding.Found(Places found) ->
          record(command, event, new Claim(found, allowances), round);
    };
  }

  private Outcome record(Command command, Event event, Claim claim, int round) {
    Booking.Live booking = factory.create(command, event, claim);
    Recording recording = bookings.record(booking);
    if (unused(recording)) {
      places.giveBack(event.id(), claim.places());
    }
    return switch (recording) {
      case Recording.Recorded(Optional<Event> seen) -> settle(booking, seen);
      case Recording.NotAdmitted(Optional<Event> seen) -> notAdmitted(command, seen, claim, round);
      case Recording.PlaceTaken _ -> attempt(command, event, claim.allowances(), round + 1);
      case Recording.AllowanceSpent _ -> otherAllowances(command, event, round);
      case Recording.KeyUsed(Booking existing) -> replay(command, existing);
    };
  }

  /** Whether the places of a lost recording are as good as before for somebody else. */
  private static boolean unused(Recording recording) {
    return switch (recording) {
      case Recording.Recorded _, Recording.PlaceTaken _ -> false;
      case Recording.NotAdmitted _, Recording.AllowanceSpent _, Recording.KeyUsed _ -> true;
    };
  }

  private Outcome settle(Booking.Live booking, Optional<Event> seen) {
    changes.recorded(booking);
    return standing(booking, seen);
  }

  /** Looks again: the event may have been cancelled or shrunk since it was judged. */
  private Outcome standing(Booking.Live booking, Optional<Event> seen) {
    return seen.filter(event -> BookingPolicy.admits(event, booking))
        .<Outcome>map(event -> new Outcome.Booked(new BookingWithEvent(booking, event)))
        .orElseGet(() -> takeBack(booking));
  }

  /** Whoever shrank the event may have moved the booking already; then it is looked at anew. */
  private Outcome takeBack(Booking.Live booking) {
    Booking.Cancelled cancelled = booking.cancel(factory.now(), Reason.EVENT_CHANGED);
    boolean done = changes.apply(booking, cancelled);
    Optional<Event> now = events.fresh(booking.details().eventId());
    if (!done && bookings.find(booking.id()).orElse(cancelled) instanceof Booking.Live moved) {
      return standing(moved, now);
    }
    return new Outcome.NotBookable(Reason.EVENT_CHANGED.text() + ".");
  }

  private Outcome notAdmitted(Command command, Optional<Event> seen, Claim claim, int round) {
    Optional<Event> now = events.fresh(command.event());
    if (seen.isEmpty() || now.isEmpty()) {
      return new Outcome.EventNotFound();
    }
    return switch (judge(command, now.get())) {
      case Verdict.Admitted _ -> attempt(command, now.get(), claim.allowances(), round + 1);
      case Verdict.NotBookable _, Verdict.OverAllowance _ -> rejudged(command, now.get());
    };
  }

  /**
   * The first allowances are a guess that saves a look at the store; it is wrong for a user's
   * second booking.
   */
  private Outcome otherAllowances(Command command, Event event, int round) {
    Optional<Allowances> free = freeAllowances(command, event);
    if (free.isEmpty()) {
      changes.expireOverdue(event.id());
      free = freeAllowances(command, event);
    }
    int max = event.details().maxTicketsPerUser();
    return free.map(allowances -> attempt(command, event, allowances, round + 1))
        .orElseGet(() -> refuse(command, new Outcome.AllowanceSpent(max)));
  }

  private Optional<Allowances> freeAllowances(Command command, Event event) {
    return Allowances.free(
        bookings.allowancesTaken(event.id(), command.user()),
        command.quantity(),
        event.details().maxTicketsPerUser());
  }

  /**
   * A request that was granted before is answered with its booking, even when it would be refused
   * today.
   */
  private Outcome refuse(Command command, Outcome refusal) {
    return bookings
        .find(command.event(), command.user(), command.key())
        .map(existing -> replay(command, existing))
        .orElse(refusal);
  }

  private Outcome replay(Command command, Booking existing) {
    var details = existing.details();
    boolean same =
        details.eventId().equals(command.event())
            && details.quantity().equals(command.quantity())
            && details.hold() == command.hold();
    if (!same) {
      return new Outcome.KeyReused();
    }
    return events
        .find(command.event())
        .<Outcome>map(event -> new Outcome.AlreadyBooked(new BookingWithEvent(existing, event)))
        .orElseGet(Outcome.EventNotFound::new);
  }
}
