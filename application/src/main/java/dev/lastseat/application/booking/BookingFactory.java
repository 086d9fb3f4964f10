package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.shared.Identifiers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Makes new bookings: gives them an id, a ticket number and, for a hold, its end. */
public final class BookingFactory {
  private final Clock clock;
  private final RandomGenerator random;
  private final Duration holdTtl;

  /** {@code random} must not be predictable, for ticket numbers are not to be guessed. */
  public BookingFactory(Clock clock, RandomGenerator random, Duration holdTtl) {
    this.clock = clock;
    this.random = random;
    this.holdTtl = holdTtl;
  }

  Instant now() {
    return clock.instant();
  }

  Booking.Live create(BookTickets.Command command, Event event, Claim claim) {
    Instant now = clock.instant();
    BookingDetails details =
        new BookingDetails(
            new BookingId(Identifiers.next(now, random)),
            command.event(),
            command.user(),
            TicketNumber.random(random),
            command.quantity(),
            command.hold(),
            event.details().price(),
            command.key(),
            now);
    return command.hold()
        ? new Booking.Pending(details, claim, now.plus(holdTtl))
        : new Booking.Confirmed(details, claim, now);
  }
}
