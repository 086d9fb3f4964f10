package dev.lastseat.application.booking;

import dev.lastseat.application.booking.ClaimFinder.Finding;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.IdempotencyKey;
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
 * Sells tickets of one event, or holds them. A claim is found, a booking with it is recorded in one
 * atomic step, and where that step is lost to somebody else the next claim is tried.
 */
public final class BookTickets {
  private final ClaimFinder claims;
  private final Bookings bookings;
  private final BookingFactory factory;
  private final SecondLook secondLook;
  private final FindBooking finder;

  public BookTickets(
      ClaimFinder claims,
      Bookings bookings,
      BookingFactory factory,
      SecondLook secondLook,
      FindBooking finder) {
    this.claims = claims;
    this.bookings = bookings;
    this.factory = factory;
    this.secondLook = secondLook;
    this.finder = finder;
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
    return proceed(
        command, claims.first(new Wish(command.user(), command.event(), command.quantity())));
  }

  private Outcome proceed(Command command, Finding finding) {
    return switch (finding) {
      case Finding.Found(Attempt attempt) -> record(command, attempt);
      case Finding.Refused refused -> refuse(command, refused);
    };
  }

  private Outcome record(Command command, Attempt attempt) {
    Booking.Live booking = factory.booking(command, attempt);
    return switch (bookings.record(booking)) {
      case Recording.Recorded(Optional<Event> seen) -> recorded(booking, seen);
      case Recording.NotAdmitted _ -> proceed(command, claims.afterNotAdmitted(attempt));
      case Recording.PlaceTaken _ -> proceed(command, claims.afterPlaceTaken(attempt));
      case Recording.AllowanceSpent _ -> proceed(command, claims.afterAllowanceSpent(attempt));
      case Recording.KeyUsed(Booking existing) -> {
        claims.giveBack(attempt);
        yield replay(command, existing);
      }
    };
  }

  private Outcome recorded(Booking.Live booking, Optional<Event> seen) {
    return secondLook
        .recorded(booking, seen)
        .<Outcome>map(Outcome.Booked::new)
        .orElseGet(() -> new Outcome.NotBookable(Reason.EVENT_CHANGED.text() + "."));
  }

  /**
   * A request that was granted before is answered with its booking, even when it would be refused
   * today.
   */
  private Outcome refuse(Command command, Finding.Refused refused) {
    return bookings
        .find(command.event(), command.user(), command.key())
        .map(existing -> replay(command, existing))
        .orElseGet(() -> outcome(refused));
  }

  private static Outcome outcome(Finding.Refused refused) {
    return switch (refused) {
      case Finding.EventNotFound _ -> new Outcome.EventNotFound();
      case Finding.NotBookable(String why) -> new Outcome.NotBookable(why);
      case Finding.SoldOut(int left) -> new Outcome.SoldOut(left);
      case Finding.AllowanceSpent(int max) -> new Outcome.AllowanceSpent(max);
    };
  }

  private Outcome replay(Command command, Booking existing) {
    BookingDetails details = existing.details();
    boolean same =
        details.order().isEmpty()
            && details.eventId().equals(command.event())
            && details.quantity().equals(command.quantity())
            && details.hold() == command.hold();
    return same ? new Outcome.AlreadyBooked(finder.withEvent(existing)) : new Outcome.KeyReused();
  }
}
