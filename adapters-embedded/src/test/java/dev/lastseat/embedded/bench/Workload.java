package dev.lastseat.embedded.bench;

import dev.lastseat.domain.booking.Allowances;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** Bookings of one place each, by as many users, with ids as random as in the program. */
final class Workload {
  private Workload() {}

  static List<Booking.Confirmed> of(EventId event, int bookings) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.rangeClosed(1, bookings)
        .mapToObj(place -> booking(event, place, random))
        .toList();
  }

  private static Booking.Confirmed booking(EventId event, int place, SplittableRandom random) {
    Instant now = Instant.parse("2026-06-01T12:00:00Z").plusMillis(place / 10);
    BookingDetails details =
        new BookingDetails(
            new BookingId(Identifiers.next(now, random)),
            event,
            new UserId(new UUID(random.nextLong(), random.nextLong()).toString()),
            TicketNumber.random(random),
            new Quantity(1),
            false,
            new Money(2_500, Money.currency("EUR")),
            new IdempotencyKey(new UUID(random.nextLong(), random.nextLong())),
            now,
            Optional.empty());
    Claim claim = new Claim(Places.of(place), Allowances.first(new Quantity(1)));
    return new Booking.Confirmed(details, claim, now);
  }
}
