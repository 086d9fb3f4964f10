package dev.lastseat.application.booking;

import dev.lastseat.application.claim.Attempt;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes new bookings: gives them an id, a ticket number and, for a hold, its end.
 *
 * @param random must not be predictable, for ticket numbers are not to be guessed
 */
public record BookingFactory(Clock clock, RandomGenerator random, Duration holdTtl) {
  Booking.Live booking(BookTickets.Command command, Attempt attempt) {
    Instant now = clock.instant();
    boolean hold = command.hold() || attempt.mustBeHeld();
    BookingDetails details = details(attempt, hold, command.key(), Optional.empty(), now);
    return booking(attempt, details, endOfHold(attempt.event(), now));
  }

  private Instant endOfHold(Event event, Instant now) {
    Instant last = event.details().schedule().lastHold();
    Instant end = now.plus(event.details().terms().holdTtl().orElse(holdTtl));
    return end.isBefore(last) ? end : last;
  }

  /** An order with its bookings, in its order. */
  public record NewOrder(Order order, List<Booking.Live> bookings) {}

  /** All of the same instant; as holds they all end when the first of them has to. */
  public NewOrder order(UserId user, IdempotencyKey key, boolean hold, List<Attempt> attempts) {
    Instant now = clock.instant();
    OrderId id = new OrderId(Identifiers.next(now, random));
    Instant end =
        attempts.stream()
            .map(it -> endOfHold(it.event(), now))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<Booking.Live> bookings =
        attempts.stream()
            .map(
                attempt -> booking(attempt, details(attempt, hold, key, Optional.of(id), now), end))
            .toList();
    List<BookingId> ids = bookings.stream().map(Booking::id).toList();
    return new NewOrder(new Order(id, user, key, ids, now, Optional.empty()), bookings);
  }

  private static Booking.Live booking(Attempt attempt, BookingDetails details, Instant end) {
    return details.hold()
        ? new Booking.Pending(details, attempt.claim(), end)
        : new Booking.Confirmed(details, attempt.claim(), details.bookedAt());
  }

  private BookingDetails details(
      Attempt attempt, boolean hold, IdempotencyKey key, Optional<OrderId> order, Instant now) {
    TicketRequest request = attempt.request();
    return new BookingDetails(
        new BookingId(Identifiers.next(now, random)),
        request.event(),
        attempt.user(),
        TicketNumber.random(random),
        request.quantity(),
        hold,
        request.unitPrice(attempt.event().details().price()),
        key,
        now,
        order,
        request.sale());
  }
}
